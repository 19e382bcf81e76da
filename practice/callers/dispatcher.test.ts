import { beforeEach, describe, expect, it } from 'vitest';
import { nextAgentState, type AgentState } from '#shared/domain/agent-state.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { CallOutcome } from './caller.ts';
import { Dispatcher } from './dispatcher.ts';
import { personas } from './personas.ts';

const since = '2026-01-05T08:00:00.000Z';
const available: AgentState = { state: 'available', since };
const wrapUp: AgentState = { state: 'wrap-up', since, after: 'available', callId: '8f1fa16a-1165-4a96-8341-785b1ef24f12' };
const onBreak = nextAgentState(available, { type: 'set-not-ready', reason: 'break' }, since);

let clock: ManualClock;
let registered: boolean;
let dispatcher: Dispatcher;
let placed: string[];
let end: (outcome: CallOutcome) => Promise<void>;
let hungUp: number;

beforeEach(() => {
  clock = new ManualClock();
  registered = true;
  placed = [];
  hungUp = 0;
  dispatcher = new Dispatcher({
    clock,
    random: () => 0.99,
    logger: silentLogger,
    personas,
    isRegistered: () => registered,
    newCall: (persona) => ({
      call: () => {
        placed.push(persona.key);
        const { promise, resolve } = Promise.withResolvers<CallOutcome>();
        end = async (outcome) => {
          resolve(outcome);
          await new Promise<void>((done) => setImmediate(done));
        };
        return promise;
      },
      hangUp: () => (hungUp += 1),
    }),
  });
});

describe('the dispatcher', () => {
  it('rings within ten seconds of "available", and not at once', () => {
    dispatcher.onAgentState(available);
    clock.advance(2_500);
    expect(placed).toEqual([]);
    clock.advance(7_500);
    expect(placed).toHaveLength(1);
  });

  it('never sends a second caller while one is there', () => {
    dispatcher.onAgentState(available);
    clock.advance(10_000);
    dispatcher.onAgentState(available);
    dispatcher.onRegistration();
    clock.advance(600_000);
    expect(placed).toHaveLength(1);
  });

  it('sends the next one after the wrap-up', async () => {
    dispatcher.onAgentState(available);
    clock.advance(10_000);
    dispatcher.onAgentState(wrapUp);
    await end('talked');
    clock.advance(120_000);
    expect(placed).toHaveLength(1);
    dispatcher.onAgentState(available);
    clock.advance(10_000);
    expect(placed).toEqual(personas.slice(0, 2).map((persona) => persona.key));
  });

  it('lets who was not answered call again, later', async () => {
    dispatcher.onAgentState(available);
    clock.advance(10_000);
    await end('unanswered');
    clock.advance(11_000);
    expect(placed).toHaveLength(1);
    clock.advance(10_000);
    expect(placed).toEqual([personas[0]?.key, personas[0]?.key]);
  });

  it('sends nobody to who is on a break, signed out or unreachable', () => {
    dispatcher.onAgentState(available);
    dispatcher.onAgentState(onBreak);
    clock.advance(60_000);
    dispatcher.onAgentState(available);
    dispatcher.onAgentState(null);
    clock.advance(60_000);
    registered = false;
    dispatcher.onAgentState(available);
    clock.advance(60_000);
    expect(placed).toEqual([]);
    registered = true;
    dispatcher.onRegistration();
    clock.advance(10_000);
    expect(placed).toHaveLength(1);
  });

  it('ends the call and sends no other once closed', () => {
    dispatcher.onAgentState(available);
    clock.advance(10_000);
    dispatcher.close();
    expect(hungUp).toBe(1);
    expect(clock.pending).toBe(0);
  });
});
