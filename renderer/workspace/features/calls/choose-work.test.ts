import { expect, test } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { connectedCall, endedCall, ringingCall } from '../../../../tests/fixtures/calls.ts';
import { chooseWork, noWork } from './choose-work.ts';

const first = ringingCall();
const second = ringingCall();

/** @returns what is shown after each of these states of the line. */
function shownAfter(...steps: readonly (readonly Call[])[]): (string | null)[] {
  let choice = noWork;
  return steps.map((calls) => {
    choice = chooseWork(choice, calls);
    return choice.work?.kind === 'call' ? choice.work.callId : (choice.work?.id ?? null);
  });
}

test('a call that rings is shown when nothing else is', () => {
  expect(shownAfter([], [first], [])).toEqual([null, first.id, null]);
});

test('a second call that rings pushes nothing aside; taking it up shows it', () => {
  const talking = connectedCall(first);
  const held = { ...talking, hold: 'on' as const };
  expect(shownAfter([talking], [talking, second], [held, connectedCall(second)])).toEqual([first.id, first.id, second.id]);
});

test('a call that ended stays until it is wrapped up, also while another one rings', () => {
  const ended = endedCall(first, { answered: true });
  expect(shownAfter([connectedCall(first)], [second, ended], [second])).toEqual([first.id, first.id, second.id]);
});

test('a call that nobody answered leaves nothing to look at', () => {
  expect(shownAfter([first], [endedCall(first, { answered: false })])).toEqual([first.id, null]);
});

test('after a reload the conversation that is being spoken in comes first, then one on hold, then wrap-up, then ringing', () => {
  const held = { ...connectedCall(first), hold: 'on' as const };
  expect(shownAfter([held, connectedCall(second)])).toEqual([second.id]);
  expect(shownAfter([second, held])).toEqual([first.id]);
  expect(shownAfter([second, endedCall(first, { answered: true })])).toEqual([first.id]);
});

test('an unfinished conversation under the hands stays while a call rings, and gives way when it is answered', () => {
  const left = { work: { kind: 'interaction' as const, id: 'left' }, taken: [] };
  const whileRinging = chooseWork(left, [first]);
  expect(whileRinging.work).toEqual({ kind: 'interaction', id: 'left' });
  expect(chooseWork(whileRinging, [connectedCall(first)]).work).toEqual({ kind: 'call', callId: first.id });
});

test('a change that changes nothing gives the same object', () => {
  const choice = chooseWork(noWork, [first]);
  expect(chooseWork(choice, [{ ...first, prepared: false }])).toBe(choice);
});
