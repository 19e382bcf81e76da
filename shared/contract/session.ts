import { z } from 'zod';
import { agentSchema } from '../domain/entities.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { agentStateSchema } from '../domain/agent-state.ts';

/** The device that signs in: a refresh token is bound to it. */
export const deviceSchema = z.strictObject({ id: idSchema, name: z.string().max(128), platform: z.enum(['linux', 'darwin', 'win32']) });
export type Device = z.infer<typeof deviceSchema>;

/** POST /v1/session */
export const signInSchema = z.strictObject({ username: z.string().min(1).max(128), password: z.string().min(1).max(512), device: deviceSchema });

/** POST /v1/session/enrol: a one-time code an administrator gave out with an enrolment file. */
export const enrolSchema = z.strictObject({ code: z.string().min(16).max(256), device: deviceSchema });

/**
 * POST /v1/session/refresh. Refresh tokens rotate; the former one stays good for a minute on the same
 * device, so that an answer that was lost does not sign anybody out.
 */
export const refreshSchema = z.strictObject({ refreshToken: z.string().min(16).max(512), deviceId: idSchema });

export const sessionSchema = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number().int().positive(),
  refreshToken: z.string(),
  agent: agentSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** The enrolment file that `--enrol=` names: how a workstation is prepared without typing a password. */
export const enrolmentFileSchema = z.object({ balieEnrolment: z.literal(1), centralUrl: z.url({ protocol: /^https?$/ }), code: z.string().min(16).max(256) });
export type EnrolmentFile = z.infer<typeof enrolmentFileSchema>;

export const sipServerSchema = z.object({
  /** `wss://host[:port]/path`, or `ws://` on loopback only. */
  url: z.url({ protocol: /^wss?$/ }),
  /** SHA-256 of the server's certificate, hex with colons; absent: the system's certificate authorities decide. */
  fingerprint: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/).optional(),
});

/** GET /v1/provisioning: the SIP account and the media policy of the signed-in operator. */
export const provisioningSchema = z.object({
  sip: z.object({
    /** Tried in order. */
    servers: z.array(sipServerSchema).min(1).max(8),
    uri: z.string().regex(/^sips?:[^@\s]+@\S+$/),
    authorizationUser: z.string().max(128),
    password: z.string().max(512),
    displayName: z.string().max(128),
    /** Seconds between registrations (RFC 3261 section 10). */
    registerExpires: z.number().int().min(30).max(7200),
    /** Session-Expires in seconds (RFC 4028); 0 turns session timers off. */
    sessionExpires: z.number().int().refine((value) => value === 0 || (value >= 90 && value <= 7200), '0, or 90 to 7200'),
  }),
  ice: z.object({
    servers: z.array(z.object({ urls: z.array(z.string()).min(1), username: z.string().optional(), credential: z.string().optional() })),
    relayOnly: z.boolean(),
    /** Milliseconds after the first candidate at which the SDP leaves without waiting for the rest. */
    gatheringCapMs: z.number().int().min(0).max(5000),
  }),
  /** Header of the INVITE whose value is a queue's key. */
  queueHeader: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  /** ISO 3166-1 alpha-2: how a national number is read. */
  country: z.string().length(2),
});
export type Provisioning = z.infer<typeof provisioningSchema>;

/** PUT /v1/agents/me/state: what the operator is doing, for the queues. */
export const agentStateReportSchema = z.strictObject({ state: agentStateSchema, at: instantSchema });
export type AgentStateReport = z.infer<typeof agentStateReportSchema>;
