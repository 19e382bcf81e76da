import { expect, test } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { connectedCall, endedCall, ringingCall } from '../../../../tests/fixtures/calls.ts';
import { arrangeLine } from './arrange-line.ts';

const customer = connectedCall(ringingCall());
const asked = ringingCall({ direction: 'outbound', consultationFor: customer.id });
const colleague = connectedCall(asked);
const other = ringingCall();

/** @returns what is large, and how many stand beside it. */
function arranged(calls: readonly Call[], shownId: string | null): readonly [large: string | null, beside: readonly string[]] {
  const { first, others } = arrangeLine(calls, shownId);
  return [first?.kind ?? null, others.map((item) => item.kind)];
}

test('a customer and the colleague who is asked about them stand together, whichever is shown', () => {
  expect(arranged([customer, colleague, other], customer.id)).toEqual(['consultation', ['call']]);
  expect(arranged([customer, colleague, other], colleague.id)).toEqual(['consultation', ['call']]);
});

test('a colleague whose customer has gone is a call like any other', () => {
  expect(arranged([endedCall(ringingCall({ id: customer.id }), { answered: true }), colleague], customer.id)).toEqual(['call', ['call']]);
});

test('a consultation that is being ended leaves the customer alone on the card', () => {
  const { answeredAt } = colleague;
  const ending: Call = { ...endedCall(asked, { answered: true }), state: 'ending', answeredAt };
  expect(arranged([customer, ending], customer.id)).toEqual(['call', []]);
});

test('two who are joined are a conference; one alone is not', () => {
  const joined = [customer, colleague].map((call) => ({ ...call, conference: true }));
  expect(arranged(joined, customer.id)).toEqual(['conference', []]);
  expect(arranged([{ ...customer, conference: true }], customer.id)).toEqual(['call', []]);
});

test('without anything shown the first one is large; beside a conversation that was left behind none is', () => {
  expect(arranged([customer, other], null)).toEqual(['call', ['call']]);
  expect(arranged([], null)).toEqual([null, []]);
});

test('what ended and is not shown takes no room', () => {
  expect(arranged([customer, endedCall(other, { answered: true })], customer.id)).toEqual(['call', []]);
});

test('what nobody answered is told while nothing else is on the line', () => {
  const unanswered = endedCall(ringingCall(), { answered: false });
  expect(arrangeLine([unanswered], null).first).toMatchObject({ kind: 'call', call: { id: unanswered.id } });
  expect(arranged([endedCall(other, { answered: true })], null)).toEqual([null, []]);
  expect(arrangeLine([customer, unanswered], null).first).toMatchObject({ call: { id: customer.id } });
  expect(arranged([customer, unanswered], customer.id)).toEqual(['call', []]);
});
