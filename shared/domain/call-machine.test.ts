import { describe, expect, test } from 'vitest';
import { callEventTypes, holdTransitions, isLegal, nextCall, type CallEvent, type CallEventType } from './call-machine.ts';
import { callSchema, callStates, holdStateSchema, type Call, type CallIn, type CallState } from './call.ts';
import { BalieError } from './errors.ts';

const at = '2026-03-02T09:00:00.000Z';
const later = '2026-03-02T09:01:00.000Z';

const common = {
  id: '0198c0de-0000-7000-8000-000000000001',
  direction: 'inbound',
  party: { number: '+3232123456', raw: '032123456', displayName: null },
  called: '1700',
  queueKey: 'info',
  sipCallId: 'abc@host',
  startedAt: at,
  consultationFor: null,
  handOver: null,
} as const;

const connected: CallIn<'connected'> = {
  ...common,
  state: 'connected',
  answeredAt: at,
  muted: false,
  hold: 'off',
  heldByRemote: false,
  media: 'flowing',
  microphone: true,
  transfer: null,
  conference: false,
  recording: { state: 'off' },
  quality: 'unknown',
};

const calls: { readonly [S in CallState]: CallIn<S> } = {
  ringing: { ...common, state: 'ringing', prepared: false, autoAnswerAt: null },
  answering: { ...common, state: 'answering' },
  dialling: { ...common, state: 'dialling' },
  alerting: { ...common, state: 'alerting', earlyMedia: false },
  connected,
  ending: { ...common, state: 'ending', answeredAt: null },
  ended: { ...common, state: 'ended', answeredAt: at, endedAt: later, cause: 'hung-up', endedBy: 'local', sipStatus: null },
};

const events: { readonly [E in CallEventType]: Extract<CallEvent, { type: E }> } = {
  prepared: { type: 'prepared', prepared: true },
  answer: { type: 'answer' },
  alerting: { type: 'alerting', earlyMedia: true },
  established: { type: 'established', at: later, microphone: true },
  muted: { type: 'muted', muted: true },
  hold: { type: 'hold', hold: 'holding' },
  'held-by-remote': { type: 'held-by-remote', held: true },
  media: { type: 'media', media: 'restoring' },
  microphone: { type: 'microphone', open: false },
  replaced: { type: 'replaced', sipCallId: 'def@host' },
  'auto-answer': { type: 'auto-answer', at: later },
  transfer: { type: 'transfer', transfer: { kind: 'blind', target: '201', phase: 'asking', sipStatus: null } },
  consults: { type: 'consults', about: '0198c0de-0000-7000-8000-000000000002' },
  conference: { type: 'conference', joined: true },
  recording: { type: 'recording', recording: { state: 'recording' } },
  quality: { type: 'quality', level: 'good' },
  'hang-up': { type: 'hang-up' },
  ended: { type: 'ended', at: later, cause: 'busy', by: 'remote', sipStatus: 486 },
};

/** The whole table, written down a second time: the state after each event; what is not here is refused. */
const expected: { readonly [S in CallState]: { readonly [E in CallEventType]?: CallState } } = {
  ringing: { prepared: 'ringing', 'auto-answer': 'ringing', answer: 'answering', 'hang-up': 'ending', ended: 'ended' },
  answering: { established: 'connected', 'hang-up': 'ending', ended: 'ended' },
  dialling: { alerting: 'alerting', consults: 'dialling', established: 'connected', 'hang-up': 'ending', ended: 'ended' },
  alerting: { alerting: 'alerting', consults: 'alerting', established: 'connected', 'hang-up': 'ending', ended: 'ended' },
  connected: {
    muted: 'connected',
    hold: 'connected',
    'held-by-remote': 'connected',
    media: 'connected',
    microphone: 'connected',
    replaced: 'connected',
    transfer: 'connected',
    consults: 'connected',
    conference: 'connected',
    recording: 'connected',
    quality: 'connected',
    'hang-up': 'ending',
    ended: 'ended',
  },
  ending: { established: 'ending', ended: 'ended' },
  ended: {},
};

const cells = callStates.flatMap((state) => callEventTypes.map((type) => ({ state, type, to: expected[state][type] ?? null })));

function refusal(call: Call, event: CallEvent): unknown {
  try {
    nextCall(call, event);
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

describe('the transition table', () => {
  test.each(cells.filter((cell) => cell.to !== null))('$state + $type → $to', ({ state, type, to }) => {
    const before = structuredClone(calls[state]);
    const after = nextCall(calls[state], events[type]);
    expect(after.state).toBe(to);
    expect(callSchema.safeParse(after).error).toBeUndefined();
    expect(after.id).toBe(common.id);
    expect(calls[state]).toEqual(before);
    expect(isLegal(state, type)).toBe(true);
  });

  test.each(cells.filter((cell) => cell.to === null))('$state + $type is refused', ({ state, type }) => {
    const error = refusal(calls[state], events[type]);
    expect(error).toBeInstanceOf(BalieError);
    expect(error).toMatchObject({ code: 'call.illegal', details: { state, event: type } });
    expect(isLegal(state, type)).toBe(false);
  });
});

describe('hold', () => {
  const holds = holdStateSchema.options;
  const pairs = holds.flatMap((from) => holds.map((to) => ({ from, to })));

  test.each(pairs.filter(({ from, to }) => holdTransitions[from].includes(to)))('$from → $to', ({ from, to }) => {
    expect(nextCall({ ...connected, hold: from }, { type: 'hold', hold: to })).toMatchObject({ hold: to });
  });

  test.each(pairs.filter(({ from, to }) => !holdTransitions[from].includes(to)))('$from → $to is refused', ({ from, to }) => {
    expect(refusal({ ...connected, hold: from }, { type: 'hold', hold: to })).toMatchObject({ code: 'call.illegal' });
  });
});

describe('what a transition keeps', () => {
  test('an event that changes nothing returns the same call', () => {
    expect(nextCall(connected, { type: 'muted', muted: false })).toBe(connected);
  });

  test('early media, once heard, is not forgotten by a later 180', () => {
    const call = nextCall({ ...calls.alerting, earlyMedia: true }, { type: 'alerting', earlyMedia: false });
    expect(call).toMatchObject({ earlyMedia: true });
  });

  test('the instant of answering survives hanging up', () => {
    const ending = nextCall(connected, { type: 'hang-up' });
    expect(nextCall(ending, { type: 'ended', at: later, cause: 'hung-up', by: 'local', sipStatus: null })).toMatchObject({ answeredAt: at, endedAt: later });
  });

  test('a call that was never answered has no such instant', () => {
    expect(nextCall(calls.ringing, events.ended)).toMatchObject({ answeredAt: null, cause: 'busy', sipStatus: 486 });
  });
});
