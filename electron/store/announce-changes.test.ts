import { expect, it } from 'vitest';
import type { AppliedChanges } from '#shared/ipc/applier-list.ts';
import { announceChanges } from './announce-changes.ts';

const nothing: AppliedChanges = { customers: [], interactions: [], catalogue: false, handOvers: false, work: false, knowledge: false, letters: false, reference: false, erased: false };

function told(changes: Partial<AppliedChanges>, unfinished: readonly string[] = []): string[] {
  const said: string[] = [];
  const server = { attach: () => () => undefined, emit: (name: string, payload: object) => void said.push([name, ...Object.values(payload)].join(' ')) };
  announceChanges({ workspaces: server, control: server }, { ...nothing, ...changes }, () => unfinished.map((id) => ({ id })));
  return said;
}

it('names what changed, a conversation once, and the calls to which a note of a colleague may belong', () => {
  expect(told({ customers: ['c'], interactions: ['i'], handOvers: true, work: true, reference: true }, ['i', 'j'])).toEqual(['customer.changed c', 'interaction.changed i', 'interaction.changed j', 'work.changed', 'reference.changed']);
});

it('does not name thousands: everything shown is asked for again', () => {
  const many = Array.from({ length: 2_500 }, (_, index) => `c${index}`);
  expect(told({ customers: many, work: true })).toEqual(['customers.changed']);
  expect(told({ interactions: many, erased: true })).toEqual(['customers.changed', 'customer.erased']);
});
