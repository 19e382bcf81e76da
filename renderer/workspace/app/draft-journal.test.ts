import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { Draft } from '#shared/domain/customer-file.ts';
import { DraftJournal } from './draft-journal.ts';

const savedAt = '2026-11-23T14:02:11.000Z';

function journalWith(write: (interactionId: string, fields: Draft) => Promise<{ savedAt: string }> = async () => ({ savedAt })) {
  const clock = new ManualClock();
  const written: [string, Draft][] = [];
  const journal = new DraftJournal((id, fields) => {
    written.push([id, fields]);
    return write(id, fields);
  }, clock);
  return { clock, written, journal };
}

/** Lets pending promises settle. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a batch leaves within 300 ms of its first keystroke, however long the typing goes on', async () => {
  const { clock, written, journal } = journalWith();
  for (const note of ['W', 'Wi', 'Wil', 'Wil ']) {
    journal.record('a', { note });
    clock.advance(60);
  }
  expect(written).toEqual([['a', { note: 'Wil ' }]]);
  await settled();
  expect(journal.state('a')).toEqual({ pending: false, savedAt, error: null });
});

test('each conversation has a batch of its own', () => {
  const { clock, written, journal } = journalWith();
  journal.record('a', { note: 'een' });
  journal.record('b', { note: 'twee' });
  clock.advance(300);
  expect(written).toEqual([
    ['a', { note: 'een' }],
    ['b', { note: 'twee' }],
  ]);
  expect(journal.typed('a')).toEqual({ note: 'een' });
});

test('before the page goes, what waits leaves at once, also behind a batch that is still on its way', () => {
  const { clock, written, journal } = journalWith(() => new Promise(() => undefined));
  journal.record('a', { note: 'een' });
  clock.advance(300);
  journal.record('a', { note: 'een twee' });
  journal.flushAll();
  expect(written.map(([, fields]) => fields)).toEqual([{ note: 'een' }, { note: 'een twee' }]);
});

test('what could not be written is told and tried again, with the newest text', async () => {
  let full = true;
  const { clock, written, journal } = journalWith(async () => {
    if (full) throw new BalieError('store.disk-full', 'full');
    return { savedAt };
  });
  journal.record('a', { note: 'een', sentence: 'x' });
  clock.advance(300);
  await settled();
  expect(journal.state('a').error?.code).toBe('store.disk-full');
  full = false;
  journal.record('a', { note: 'een twee' });
  clock.advance(1_000);
  await settled();
  expect(written.at(-1)).toEqual(['a', { note: 'een twee', sentence: 'x' }]);
  expect(journal.state('a')).toEqual({ pending: false, savedAt, error: null });
});

test('a late refusal does not bring an older text back', async () => {
  const answers: ((error: BalieError | null) => void)[] = [];
  const { clock, written, journal } = journalWith(
    () => new Promise((resolve, reject) => answers.push((error) => (error === null ? resolve({ savedAt }) : reject(error)))),
  );
  journal.record('a', { note: 'oud' });
  clock.advance(300);
  journal.record('a', { note: 'nieuw' });
  clock.advance(300);
  answers[1]?.(null);
  answers[0]?.(new BalieError('ipc.closed', 'replaced'));
  await settled();
  clock.advance(1_000);
  expect(written.at(-1)).toEqual(['a', { note: 'nieuw' }]);
});

test('a closed conversation leaves nothing behind', () => {
  const { clock, written, journal } = journalWith();
  journal.record('a', { note: 'een' });
  journal.forget('a');
  clock.advance(300);
  expect(written).toEqual([]);
  expect(clock.pending).toBe(0);
  expect(journal.typed('a')).toEqual({});
});

test('what was saved is no draft any more; what was typed in it since is, and a refused batch does not bring it back', async () => {
  let full = true;
  const { clock, written, journal } = journalWith(async () => {
    if (full) throw new BalieError('store.disk-full', 'full');
    return { savedAt };
  });
  journal.record('a', { 'customer.c.givenName': 'Jan', 'customer.c.familyName': 'Maes', note: 'x' });
  clock.advance(300);
  journal.record('a', { 'customer.c.familyName': 'Maas' });
  journal.forgetFields('a', { 'customer.c.givenName': 'Jan', 'customer.c.familyName': 'Maes' });
  expect(journal.typed('a')).toEqual({ 'customer.c.familyName': 'Maas', note: 'x' });
  expect(journal.typed('a', 'customer')).toEqual({ 'customer.c.familyName': 'Maas' });
  await settled();
  full = false;
  clock.advance(1_000);
  await settled();
  expect(written.at(-1)).toEqual(['a', { 'customer.c.familyName': 'Maas', note: 'x' }]);
});
