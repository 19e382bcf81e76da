import type { QualityLevel } from './call-quality.ts';
import type { Call, CallIn, CallState, EndCause, EndedBy, HoldState, MediaState } from './call.ts';
import { BalieError } from './errors.ts';
import type { RecordingState } from './recording.ts';
import type { Transfer } from './transfer.ts';

/** What can happen to a call. Signalling and the operator speak to a call through these alone. */
export type CallEvent =
  /** The answer has been negotiated ahead, or has been lost again with the audio window. */
  | { readonly type: 'prepared'; readonly prepared: boolean }
  | { readonly type: 'answer' }
  | { readonly type: 'alerting'; readonly earlyMedia: boolean }
  /** The dialog is established (RFC 3261 section 13.2.2.4). */
  | { readonly type: 'established'; readonly at: string; readonly microphone: boolean }
  | { readonly type: 'muted'; readonly muted: boolean }
  | { readonly type: 'hold'; readonly hold: HoldState }
  | { readonly type: 'held-by-remote'; readonly held: boolean }
  | { readonly type: 'media'; readonly media: MediaState }
  | { readonly type: 'microphone'; readonly open: boolean }
  /** The dialog was replaced by a new one (RFC 3891); the conversation is the same. */
  | { readonly type: 'replaced'; readonly sipCallId: string }
  /** It answers itself at this moment, or not any more. */
  | { readonly type: 'auto-answer'; readonly at: string | null }
  | { readonly type: 'transfer'; readonly transfer: Transfer | null }
  /** The call it consulted about is gone, or a call became a consultation. */
  | { readonly type: 'consults'; readonly about: string | null }
  | { readonly type: 'conference'; readonly joined: boolean }
  | { readonly type: 'recording'; readonly recording: RecordingState }
  | { readonly type: 'quality'; readonly level: QualityLevel }
  | { readonly type: 'hang-up' }
  | { readonly type: 'ended'; readonly at: string; readonly cause: EndCause; readonly by: EndedBy; readonly sipStatus: number | null };

export type CallEventType = CallEvent['type'];

export const callEventTypes = [
  'prepared',
  'answer',
  'alerting',
  'established',
  'muted',
  'hold',
  'held-by-remote',
  'media',
  'microphone',
  'replaced',
  'auto-answer',
  'transfer',
  'consults',
  'conference',
  'recording',
  'quality',
  'hang-up',
  'ended',
] as const satisfies readonly CallEventType[];

type EventOf<E extends CallEventType> = Extract<CallEvent, { type: E }>;
type Transition<S extends CallState, E extends CallEventType> = (call: CallIn<S>, event: EventOf<E>) => Call;
type Table = { readonly [S in CallState]: { readonly [E in CallEventType]?: Transition<S, E> } };

type Common = Pick<Call, 'id' | 'direction' | 'party' | 'called' | 'queueKey' | 'sipCallId' | 'startedAt' | 'consultationFor' | 'handOver'>;

function common({ id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver }: Common): Common {
  return { id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver };
}

function establish(call: Call, { at, microphone }: EventOf<'established'>): CallIn<'connected'> {
  return {
    ...common(call),
    state: 'connected',
    answeredAt: at,
    muted: false,
    hold: 'off',
    heldByRemote: false,
    media: 'flowing',
    microphone,
    transfer: null,
    conference: false,
    recording: { state: 'off' },
    quality: 'unknown',
  };
}

function end(answeredAt: string | null): (call: Call, event: EventOf<'ended'>) => CallIn<'ended'> {
  return (call, { at, cause, by, sipStatus }) => ({ ...common(call), state: 'ended', answeredAt, endedAt: at, cause, endedBy: by, sipStatus });
}

const hangUp = (call: Call): CallIn<'ending'> => ({ ...common(call), state: 'ending', answeredAt: null });

/**
 * Which hold follows on which. A wish may be taken back while it is being negotiated, a refusal leads
 * back to where the hold was (RFC 6337 section 5.3).
 */
export const holdTransitions: Readonly<Record<HoldState, readonly HoldState[]>> = {
  off: ['holding'],
  holding: ['on', 'off', 'resuming'],
  on: ['resuming'],
  resuming: ['off', 'on', 'holding'],
};

function hold(call: CallIn<'connected'>, event: EventOf<'hold'>): Call {
  if (!holdTransitions[call.hold].includes(event.hold)) throw illegal(call, event);
  return { ...call, hold: event.hold };
}

/**
 * The life of a call: every event × state that is legal. What is not listed is refused with
 * `call.illegal`. `established` while `ending` is the 2xx that crossed our CANCEL: the BYE follows.
 */
const table: Table = {
  ringing: {
    prepared: (call, { prepared }) => ({ ...call, prepared }),
    'auto-answer': (call, { at }) => ({ ...call, autoAnswerAt: at }),
    answer: (call) => ({ ...common(call), state: 'answering' }),
    'hang-up': hangUp,
    ended: end(null),
  },
  answering: {
    established: establish,
    'hang-up': hangUp,
    ended: end(null),
  },
  dialling: {
    alerting: (call, { earlyMedia }) => ({ ...common(call), state: 'alerting', earlyMedia }),
    consults: (call, { about }) => ({ ...call, consultationFor: about }),
    established: establish,
    'hang-up': hangUp,
    ended: end(null),
  },
  alerting: {
    alerting: (call, { earlyMedia }) => ({ ...call, earlyMedia: call.earlyMedia || earlyMedia }),
    consults: (call, { about }) => ({ ...call, consultationFor: about }),
    established: establish,
    'hang-up': hangUp,
    ended: end(null),
  },
  connected: {
    muted: (call, { muted }) => ({ ...call, muted }),
    hold,
    'held-by-remote': (call, { held }) => ({ ...call, heldByRemote: held }),
    media: (call, { media }) => ({ ...call, media }),
    microphone: (call, { open }) => ({ ...call, microphone: open }),
    replaced: (call, { sipCallId }) => ({ ...call, sipCallId }),
    transfer: (call, { transfer }) => ({ ...call, transfer }),
    consults: (call, { about }) => ({ ...call, consultationFor: about }),
    conference: (call, { joined }) => ({ ...call, conference: joined }),
    recording: (call, { recording }) => ({ ...call, recording }),
    quality: (call, { level }) => ({ ...call, quality: level }),
    'hang-up': (call) => ({ ...common(call), state: 'ending', answeredAt: call.answeredAt }),
    ended: (call, event) => end(call.answeredAt)(call, event),
  },
  ending: {
    established: (call, { at }) => ({ ...call, answeredAt: at }),
    ended: (call, event) => end(call.answeredAt)(call, event),
  },
  ended: {},
};

type AnyTransition = (call: Call, event: CallEvent) => Call;

function transition(state: CallState, type: CallEventType): AnyTransition | undefined {
  const row: Readonly<Partial<Record<CallEventType, unknown>>> = table[state];
  return row[type] as AnyTransition | undefined;
}

/** @returns whether the table has an entry; a `hold` event must besides fit {@link holdTransitions}. */
export function isLegal(state: CallState, type: CallEventType): boolean {
  return transition(state, type) !== undefined;
}

/**
 * The call after an event. Pure; a new object whenever something changed.
 * @throws {BalieError} `call.illegal` when a call in this state cannot have this event.
 */
export function nextCall(call: Call, event: CallEvent): Call {
  const apply = transition(call.state, event.type);
  if (apply === undefined) throw illegal(call, event);
  const next = apply(call, event);
  return isSame(call, next) ? call : next;
}

function isSame(a: Call, b: Call): boolean {
  const keys = Object.keys(b) as (keyof Call)[];
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]));
}

function illegal(call: Call, event: CallEvent): BalieError {
  return new BalieError('call.illegal', `a call that is ${call.state} cannot have "${event.type}"`, { details: { state: call.state, event: event.type } });
}
