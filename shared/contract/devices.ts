import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { deviceSchema } from './session.ts';

/** A device on which somebody is signed in. */
export const signedInDeviceSchema = z.object({
  id: idSchema,
  name: deviceSchema.shape.name,
  platform: deviceSchema.shape.platform,
  agentId: idSchema,
  signedInAt: instantSchema,
  /** When its tokens were last renewed. */
  seenAt: instantSchema,
  /** The device that asks. */
  current: z.boolean(),
});
export type SignedInDevice = z.infer<typeof signedInDeviceSchema>;
