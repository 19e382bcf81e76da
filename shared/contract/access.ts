import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { roleSchema } from '../domain/role.ts';

/** What an agent is and serves. `all`: every queue there is, and every one that comes. */
export const agentAccessSchema = z.object({ role: roleSchema, queues: z.union([z.literal('all'), z.array(idSchema).max(1000)]), active: z.boolean() });
export type AgentAccess = z.infer<typeof agentAccessSchema>;

/** PUT /v1/agents/{id}/access: what is absent stays. An agent who is not active is signed out everywhere, and cannot sign in. */
export const agentAccessChangeSchema = z.strictObject(agentAccessSchema.shape).partial();
export type AgentAccessChange = z.infer<typeof agentAccessChangeSchema>;

/** Which customers those have who serve some queues: all of the centre's, or those of their queues. */
export const accessPolicySchema = z.strictObject({ customers: z.enum(['all', 'queues']) });
export type AccessPolicy = z.infer<typeof accessPolicySchema>;
