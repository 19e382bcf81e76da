import { z } from 'zod';
import { agentSchema } from '../domain/entities.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { officePolicySchema } from '../domain/office.ts';
import { roleSchema } from '../domain/role.ts';
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

/** GET /v1/sign-in: which ways in a centre has. `oidc`: its own provider of identities, in the system's browser. */
export const signInWaysSchema = z.object({ password: z.boolean(), oidc: z.object({ issuer: z.url(), clientId: z.string(), scope: z.string() }).nullable() });
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** POST /v1/session/oidc/challenge: a nonce for one sign-in through the provider. */
export const oidcChallengeRequestSchema = z.strictObject({ deviceId: idSchema });
export const oidcChallengeSchema = z.object({ nonce: z.string(), expiresIn: z.number().int().positive() });

/** POST /v1/session/oidc: the ID token that answers the challenge (OpenID Connect Core 1.0). */
export const oidcSignInSchema = z.strictObject({ idToken: z.string().min(16).max(16_384), device: deviceSchema });

export const sessionSchema = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number().int().positive(),
  refreshToken: z.string(),
  agent: agentSchema,
  /** Absent in an older central's answer, where everybody is an operator. */
  role: roleSchema.default('operator'),
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

export const codecSchema = z.enum(['opus', 'G722', 'PCMA', 'PCMU']);
export type Codec = z.infer<typeof codecSchema>;

const headerName = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
/** What the keypad can send; a comma is a pause. */
const digits = z.string().regex(/^[0-9*#A-D,]{1,64}$/);

/**
 * What the centre lets a telephone do. Everything has a default, so that an answer of an older central API, or a policy
 * that an administrator wrote before there was such a choice, still means something.
 */
export const telephonePolicySchema = z.object({
  /** Dialled as they are, and never by accident: the operator confirms. By default Belgium's. */
  emergencyNumbers: z.array(z.string().regex(/^\d{2,8}$/)).max(32).default(['112', '100', '101']),
  /** Digits behind a name, for the keypad: the menu of the voicemail, codes of the exchange. */
  digitSequences: z.array(z.object({ label: z.string().min(1).max(64), digits })).max(32).default([]),
  /** What is dialled to hear the voicemail; null: there is none. */
  voicemail: z.string().min(1).max(64).nullable().default(null),
  /**
   * How a colleague's ringing call is taken over: not at all; by INVITE with Replaces (RFC 3891), out of the dialog that the
   * exchange tells of (RFC 4235); or by dialling a feature code and the colleague's number behind it.
   */
  pickUp: z.union([z.literal('off'), z.literal('replaces'), z.object({ featureCode: z.string().regex(/^[0-9*#]{1,16}$/) })]).default('off'),
  /** The operator may have calls sent elsewhere while not ready. */
  canForward: z.boolean().default(true),
  recording: z.enum(['never', 'on-demand', 'always']).default('never'),
  /** Days after which a recording is deleted from the device that made it. */
  recordingDays: z.number().int().min(1).max(3650).default(30),
  /** Calls at a time, held ones included; a further one is answered 486. */
  maxCalls: z.number().int().min(1).max(8).default(4),
  /** Header in which a hand-over note travels with a transfer; null: it goes by the interaction only. */
  noteHeader: headerName.nullable().default(null),
  autoAnswer: z
    .object({
      /** Headers that may ask for it. None by default: whoever can set one listens in, so the exchange has to strip it from calls that come from outside. */
      headers: z.array(z.enum(['Call-Info', 'Alert-Info'])).max(2).default([]),
      /** How long a call rings first when its queue wants it to answer itself. */
      queueSeconds: z.number().int().min(0).max(60).default(2),
      /** Also while the operator is not ready; otherwise such a call rings. */
      whileNotReady: z.boolean().default(false),
    })
    .prefault({}),
  presence: z
    .object({
      /** The exchange tells what colleagues' telephones do (the dialog event package, RFC 4235) and what colleagues say of themselves (RFC 3856). */
      watch: z.boolean().default(true),
      /** This telephone tells the exchange its own calls (PUBLISH, RFC 3903), for exchanges that do not see them by themselves, and what its operator says of themselves. */
      publish: z.boolean().default(false),
    })
    .prefault({}),
});
export type TelephonePolicy = z.infer<typeof telephonePolicySchema>;

/** What the centre asks of the database of a workstation. */
export const localDataPolicySchema = z.object({
  /** Days after which its key is renewed; 0: only when somebody asks. */
  keyDays: z.number().int().min(0).max(3650).default(90),
  /** A key that was made before this is renewed as soon as nobody is at the workstation; null: none is. */
  keysMadeSince: instantSchema.nullable().default(null),
  /** Minutes without a key or the mouse after which the desk is locked; null or 0: it is locked only when the operator says so. */
  lockMinutes: z.number().int().min(0).max(480).nullable().default(null),
});
export type LocalDataPolicy = z.infer<typeof localDataPolicySchema>;

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
    /** How digits are sent: as telephone events (RFC 4733), or by INFO with `application/dtmf-relay`. */
    dtmf: z.enum(['rfc4733', 'info']).default('rfc4733'),
    /** The best first. The others of the four are offered behind them: a call in another codec is better than none. */
    codecs: z.array(codecSchema).min(1).max(4).default(['opus', 'G722', 'PCMA', 'PCMU']),
  }),
  ice: z.object({
    servers: z.array(z.object({ urls: z.array(z.string()).min(1), username: z.string().optional(), credential: z.string().optional() })),
    relayOnly: z.boolean(),
    /** Milliseconds after the first candidate at which the SDP leaves without waiting for the rest. */
    gatheringCapMs: z.number().int().min(0).max(5000),
  }),
  /** Header of the INVITE whose value is a queue's key. */
  queueHeader: headerName,
  /** ISO 3166-1 alpha-2: how a national number is read. */
  country: z.string().length(2),
  policy: telephonePolicySchema.prefault({}),
  /** What this operator may take out of Balie. */
  office: officePolicySchema.prefault({}),
  localData: localDataPolicySchema.prefault({}),
});
export type Provisioning = z.infer<typeof provisioningSchema>;

/** PUT /v1/agents/me/state: what the operator is doing, for the queues. */
export const agentStateReportSchema = z.strictObject({ state: agentStateSchema, at: instantSchema });
export type AgentStateReport = z.infer<typeof agentStateReportSchema>;

/** GET /v1/agents/me/last-seen: when the operator was last signed in, apart from this session; null where they never were. */
export const lastSeenSchema = z.object({ at: instantSchema.nullable() });
