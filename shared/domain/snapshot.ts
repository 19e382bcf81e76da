import { z } from 'zod';
import { agentStateSchema } from './agent-state.ts';
import { callSchema } from './call.ts';
import { audioDevicesSchema, headsetStateSchema } from './devices.ts';
import { agentSchema } from './entities.ts';
import { errorCodes } from './errors.ts';
import { instantSchema } from './ids.ts';
import { dialRequestSchema, linePolicySchema, operatorLineSchema } from './line-policy.ts';
import { presenceSchema, voicemailSchema } from './presence.ts';
import { roleSchema } from './role.ts';

export const errorCodeSchema = z.enum(errorCodes);

const sessionStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out'), centralUrl: z.string().nullable(), error: errorCodeSchema.nullable() }),
  z.object({ state: z.literal('signing-in'), centralUrl: z.string() }),
  /** `role`: absent is an operator. `offline`: signed in on this device, central cannot be reached now; everything local goes on. */
  z.object({ state: z.literal('signed-in'), centralUrl: z.string(), agent: agentSchema, role: roleSchema.optional(), offline: z.boolean() }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;

/**
 * What keeps the line from being registered, as far as it can be told: no network at all; a name that cannot be
 * resolved; nobody who takes the connection; a certificate that is not trusted; a network that puts a sign-in page before
 * the internet; a server that says nothing; a server that says it cannot.
 */
export const lineTroubleSchema = z.enum(['no-network', 'name', 'unreachable', 'certificate', 'portal', 'silent', 'server']);
export type LineTrouble = z.infer<typeof lineTroubleSchema>;

export const registrationSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('connecting'), server: z.string(), since: instantSchema }),
  z.object({ state: z.literal('registered'), server: z.string(), since: instantSchema }),
  /** The socket is gone or the server does not answer: when it is tried again. */
  z.object({ state: z.literal('waiting'), server: z.string(), since: instantSchema, retryAt: instantSchema, trouble: lineTroubleSchema }),
  /** The server said no (401/403 after the digest, 404 ...): trying again without a change is pointless. */
  z.object({ state: z.literal('refused'), server: z.string(), since: instantSchema, sipStatus: z.number().int(), error: errorCodeSchema }),
]);
export type Registration = z.infer<typeof registrationSchema>;

/** What the centre's TURN server says to our credentials. */
export const relayStateSchema = z.enum(['ready', 'refused']);
export type RelayState = z.infer<typeof relayStateSchema>;

export const audioStateSchema = z.object({
  window: z.enum(['starting', 'up', 'restarting', 'failed']),
  /** Absent while no relay was asked. */
  relay: relayStateSchema.optional(),
  microphone: z.enum(['unknown', 'ready', 'denied', 'missing']),
});
export type AudioState = z.infer<typeof audioStateSchema>;

const storeStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  /** `trouble`: the file failed while open; what is read and written elsewhere in it goes on. */
  z.object({ state: z.literal('ready'), keyStore: z.enum(['system', 'file']), trouble: errorCodeSchema.optional() }),
  z.object({ state: z.literal('failed'), error: errorCodeSchema }),
]);
export type StoreState = z.infer<typeof storeStateSchema>;

/**
 * The desk is locked: the workspace is given no data until its operator has shown who they are. `retryAt`: too many tries were
 * wrong, and none counts before then.
 */
export const lockStateSchema = z.object({ since: instantSchema, retryAt: instantSchema.nullable() });
export type LockState = z.infer<typeof lockStateSchema>;

/** All that main knows and the workspace may see: one immutable value per change. */
export const mainSnapshotSchema = z.object({
  /** Grows by one with every change. */
  revision: z.number().int().min(0),
  session: sessionStateSchema,
  /**
   * What is to be added to the system's time for the times in here: a clock that is set during a call makes that call no
   * longer and no shorter. Absent or 0: nothing.
   */
  clockOffsetMs: z.number().int().optional(),
  /** Null or absent: the desk is open. */
  lock: lockStateSchema.nullable().optional(),
  registration: registrationSchema,
  agent: agentStateSchema,
  /** Live calls in order of arrival, then calls that ended and are still being wrapped up. */
  calls: z.array(callSchema),
  audio: audioStateSchema,
  store: storeStateSchema,
  /** Null until there is an account. */
  policy: linePolicySchema.nullable(),
  line: operatorLineSchema,
  /** Colleagues whose telephones are watched. */
  presence: z.array(presenceSchema),
  voicemail: voicemailSchema,
  devices: audioDevicesSchema,
  headset: headsetStateSchema,
  /** Numbers that links asked to dial while something else was going on, oldest first. */
  dialRequests: z.array(dialRequestSchema),
});
export type MainSnapshot = z.infer<typeof mainSnapshotSchema>;
