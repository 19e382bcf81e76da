import { z } from 'zod';
import { qualityLevelSchema } from './call-quality.ts';
import { e164Schema, idSchema, instantSchema } from './ids.ts';
import { recordingStateSchema } from './recording.ts';
import { handOverNoteSchema, transferSchema } from './transfer.ts';

/** Who is at the other end, as far as the signalling tells. Nothing here may be trusted: a caller chooses their display name. */
export const partySchema = z.object({
  /** E.164 where the number could be read as one. */
  number: e164Schema.nullable(),
  /** The user part or number as it came, control characters removed; what is shown when `number` is null. */
  raw: z.string().max(256),
  displayName: z.string().max(256).nullable(),
});
export type Party = z.infer<typeof partySchema>;

/**
 * Why a call ended, in the operator's terms (RFC 3261 status codes and RFC 3326 reasons are mapped
 * onto these).
 */
export const endCauses = [
  'hung-up',
  'cancelled',
  'declined',
  'answered-elsewhere',
  'transferred',
  'forwarded',
  'busy',
  'no-answer',
  'unavailable',
  'not-found',
  'forbidden',
  'media-failed',
  'connection-lost',
  'interrupted',
  'server-error',
  'other',
] as const;
export const endCauseSchema = z.enum(endCauses);
export type EndCause = z.infer<typeof endCauseSchema>;

export const endedBySchema = z.enum(['local', 'remote', 'system']);
export type EndedBy = z.infer<typeof endedBySchema>;

/** Hold as the SDP has it: `holding` and `resuming` are asked for, `on` and `off` are agreed (RFC 6337). */
export const holdStateSchema = z.enum(['off', 'holding', 'on', 'resuming']);
export type HoldState = z.infer<typeof holdStateSchema>;

/** `restoring`: the media path broke and is being rebuilt; the operator is told, the call is not over. */
export const mediaStateSchema = z.enum(['flowing', 'restoring']);
export type MediaState = z.infer<typeof mediaStateSchema>;

const common = {
  id: idSchema,
  direction: z.enum(['inbound', 'outbound']),
  party: partySchema,
  /** The number or user that was called, as the signalling has it (To or P-Called-Party-ID, RFC 7315). */
  called: z.string().max(256).nullable(),
  /** The queue's key, from the header that provisioning names. */
  queueKey: z.string().max(128).nullable(),
  /** Call-ID of the dialog (RFC 3261 section 8.1.1.4). */
  sipCallId: z.string().max(512),
  startedAt: instantSchema,
  /** The call about which this one consults a colleague (attended transfer); null for a call in its own right. */
  consultationFor: idSchema.nullable(),
  /** What the colleague who transferred this call wrote along with it. */
  handOver: handOverNoteSchema.nullable(),
};

const ringing = z.object({
  ...common,
  state: z.literal('ringing'),
  /** The answer is negotiated already: pressing the key costs nothing any more. */
  prepared: z.boolean(),
  /** Answers itself at this moment, by the policy of the queue or the exchange (`answer-after`); null: the operator answers. */
  autoAnswerAt: instantSchema.nullable(),
});
const answering = z.object({ ...common, state: z.literal('answering') });
const dialling = z.object({ ...common, state: z.literal('dialling') });
const alerting = z.object({ ...common, state: z.literal('alerting'), earlyMedia: z.boolean() });
const connected = z.object({
  ...common,
  state: z.literal('connected'),
  answeredAt: instantSchema,
  muted: z.boolean(),
  hold: holdStateSchema,
  heldByRemote: z.boolean(),
  media: mediaStateSchema,
  /** False when the microphone could not be opened: the caller hears nothing, and the operator must know. */
  microphone: z.boolean(),
  transfer: transferSchema.nullable(),
  /** Mixed with the other calls of the conference in the audio window. */
  conference: z.boolean(),
  recording: recordingStateSchema,
  quality: qualityLevelSchema,
});
const ending = z.object({ ...common, state: z.literal('ending'), answeredAt: instantSchema.nullable() });
const ended = z.object({
  ...common,
  state: z.literal('ended'),
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema,
  cause: endCauseSchema,
  endedBy: endedBySchema,
  sipStatus: z.number().int().min(100).max(699).nullable(),
});

/** A call as the whole application sees it. Its only writer is the call table in main. */
export const callSchema = z.discriminatedUnion('state', [ringing, answering, dialling, alerting, connected, ending, ended]);
export type Call = z.infer<typeof callSchema>;
export type CallState = Call['state'];
export type CallIn<S extends CallState> = Extract<Call, { state: S }>;

export const callStates = ['ringing', 'answering', 'dialling', 'alerting', 'connected', 'ending', 'ended'] as const satisfies readonly CallState[];

/** @returns true while the call still occupies the line. */
export function isLive(call: Call): boolean {
  return call.state !== 'ended';
}

/** @returns true when what came of this call must still be written down: it was answered, and is no consultation, which belongs to its caller's call. */
export function needsWrapUp(call: Call): boolean {
  return call.state === 'ended' && call.answeredAt !== null && call.consultationFor === null;
}
