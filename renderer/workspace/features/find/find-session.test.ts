import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { FindHit, FindKind, FindSource, Strength } from './find-hit.ts';
import { FindSession, type Found } from './find-session.ts';

function hit(kind: FindKind, name: string, strength: Strength = 'begins', recentAt: string | null = null): FindHit {
  return { id: `${kind}-${name}`, kind, title: name, detail: '', strength, recentAt, target: { to: 'customer', customerId: name } };
}

/** A source that answers when it is told to. */
class Told implements FindSource {
  readonly kind: FindKind;
  readonly asked = new Map<string, PromiseWithResolvers<readonly FindHit[]>>();

  constructor(kind: FindKind) {
    this.kind = kind;
  }

  readonly find = (text: string): Promise<readonly FindHit[]> => {
    const answer = Promise.withResolvers<readonly FindHit[]>();
    this.asked.set(text, answer);
    return answer.promise;
  };

  async answer(text: string, hits: readonly FindHit[]): Promise<void> {
    this.asked.get(text)?.resolve(hits);
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function opened(...kinds: readonly FindKind[]) {
  const sources = kinds.map((kind) => new Told(kind));
  const clock = new ManualClock();
  const session = new FindSession(sources, clock);
  const lines = (): string[] | undefined => session.current()?.sections.flatMap((section) => section.hits.map(({ id }) => id));
  return { sources, clock, session, lines };
}

test('the list appears once, when everybody has answered, in the order of the sections', async () => {
  const { sources, session, lines } = await opened('customer', 'colleague');
  const seen: Found[] = [];
  session.subscribe(() => seen.push(session.current()!));
  session.ask('jan');
  await settled();
  await sources[1]!.answer('jan', [hit('colleague', 'Jan')]);
  expect(seen).toHaveLength(0);
  await sources[0]!.answer('jan', [hit('customer', 'Jansen')]);
  expect(seen).toHaveLength(1);
  expect(lines()).toEqual(['customer-Jansen', 'colleague-Jan']);
  expect(seen[0]?.isPending).toBe(false);
});

test('who answers late comes under what is shown: nothing moves under the eye', async () => {
  const { sources, clock, session, lines } = await opened('customer', 'colleague');
  session.ask('jan');
  await settled();
  await sources[1]!.answer('jan', [hit('colleague', 'Jan')]);
  clock.advance(60);
  expect(lines()).toEqual(['colleague-Jan']);
  expect(session.current()?.isPending).toBe(true);
  await sources[0]!.answer('jan', [hit('customer', 'Jansen', 'exact')]);
  expect(lines()).toEqual(['colleague-Jan', 'customer-Jansen']);
});

test('an answer to an older text is dropped, however late it comes', async () => {
  const { sources, clock, session, lines } = await opened('customer');
  session.ask('j');
  await settled();
  session.ask('ja');
  await settled();
  await sources[0]!.answer('ja', [hit('customer', 'Jansen')]);
  await sources[0]!.answer('j', [hit('customer', 'Jacobs')]);
  clock.advance(1_000);
  expect(lines()).toEqual(['customer-Jansen']);
  expect(session.current()?.text).toBe('ja');
});

test('a source that refuses is named; the others are shown', async () => {
  const { sources, session, lines } = await opened('customer', 'colleague');
  session.ask('jan');
  await settled();
  sources[0]!.asked.get('jan')?.reject(new BalieError('store.not-ready', 'no database'));
  await sources[1]!.answer('jan', [hit('colleague', 'Jan')]);
  expect(lines()).toEqual(['colleague-Jan']);
  expect(session.current()?.failed).toEqual([{ kind: 'customer', code: 'store.not-ready' }]);
});

test('an exact number stands first, with its section; then whole words, then beginnings, the last contact before older ones', async () => {
  const { sources, session, lines } = await opened('customer', 'call');
  session.ask('x');
  await settled();
  await sources[1]!.answer('x', [hit('call', 'exact', 'exact')]);
  await sources[0]!.answer('x', [hit('customer', 'near', 'near', '2026-05-02'), hit('customer', 'never', 'begins'), hit('customer', 'old', 'begins', '2024-01-01'), hit('customer', 'new', 'begins', '2026-05-01'), hit('customer', 'whole', 'whole')]);
  expect(lines()).toEqual(['call-exact', 'customer-whole', 'customer-new', 'customer-old', 'customer-never', 'customer-near']);
});

test('who waits for the answer gets that of the text that was asked last', async () => {
  const { sources, session } = await opened('customer');
  session.ask('jansen');
  const answer = session.answered();
  await settled();
  await sources[0]!.answer('jansen', [hit('customer', 'Jansen')]);
  expect((await answer).text).toBe('jansen');
});
