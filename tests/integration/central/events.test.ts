import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { onEachDatabase } from './support/each-database.ts';
import { EventReader } from './support/event-reader.ts';
import { customerPatch, customerRow, mutation } from './support/samples.ts';
import { codeIn, Workstation } from './support/workstation.ts';

onEachDatabase('events', (newDatabase) => {
  const clock = new ManualClock();
  let central: Central;
  let stopped = false;
  /** Timers of a central that nobody listens to. */
  let idle: number;
  let an: Workstation;

  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32), clock });
    await central.listen();
    idle = clock.pending;
  });
  beforeEach(async () => {
    an = await Workstation.open(central);
  });
  afterAll(async () => {
    if (!stopped) await central.close();
  });

  const open = async (headers: Record<string, string> = {}) => await EventReader.open(`${central.url}/v1/events`, { ...an.authorization, ...headers });

  it('say hello with the newest cursor first', async () => {
    const events = await open();
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const cursor = await an.cursor();
    expect(await events.next()).toEqual({ event: 'hello', id: cursor, data: JSON.stringify({ cursor }) });
    await events.close();
  });

  it('say after a commit that there is something, to every reader', async () => {
    const other = await Workstation.open(central);
    const readers = [await open(), await EventReader.open(`${central.url}/v1/events`, other.authorization)];
    for (const reader of readers) await reader.next();
    await an.mutateOne(mutation('customer', null, customerPatch()));
    const cursor = await an.cursor();
    clock.advance(100);
    for (const reader of readers) expect(await reader.next()).toMatchObject({ event: 'changed', id: cursor });
    for (const reader of readers) await reader.close();
  });

  it('say at once what a reader missed, and nothing to one who missed nothing', async () => {
    const before = await an.cursor();
    await central.import({ customer: [customerRow()] });
    const late = await open({ 'last-event-id': before });
    expect(await late.next()).toMatchObject({ event: 'hello' });
    expect(await late.next()).toMatchObject({ event: 'changed', id: await an.cursor() });
    await late.close();
    const current = await open({ 'last-event-id': await an.cursor() });
    await current.next();
    clock.advance(15_000);
    expect(await current.next()).toEqual({ comment: '' });
    await current.close();
  });

  describe('take any Last-Event-ID', () => {
    /** What follows the hello: the news that there is something, or nothing until the line is kept alive. */
    const after = async (last: string) => {
      const events = await open({ 'last-event-id': last });
      expect(await events.next()).toMatchObject({ event: 'hello' });
      clock.advance(15_000);
      const next = await events.next();
      await events.close();
      return next;
    };

    it('that is no cursor: as if none had been sent', async () => {
      const none = ['', ' ', '0', '-1', 'a--5', '-7', 'NaN', '1e9', "' or 1=1 --", '%00', '\u00e9\u00ff', '{"cursor":"a-1"}', 'a-1, a-2', `${'a'.repeat(33)}-1`, `a-${'9'.repeat(19)}`, 'x'.repeat(8_000)];
      for (const last of none) expect(await after(last), last.slice(0, 40)).toEqual({ comment: '' });
    });

    it('of another centre, of other eyes, from the future, of before the beginning: there is something, and changes say what to do', async () => {
      const current = await an.cursor();
      const foreign = [`${'f'.repeat(16)}-1`, current.replace('-', 'abcdef012345-'), current.replace(/-.*/, '-99999'), current.replace(/-.*/, `-${'9'.repeat(18)}`)];
      for (const last of foreign) {
        expect(await after(last), last).toMatchObject({ event: 'changed', id: current });
        expect(codeIn(await an.send('GET', `/v1/changes?cursor=${last}`)), last).toBe('cursor-unknown');
      }
      const first = current.replace(/-.*/, '-0');
      expect(await after(first)).toMatchObject({ event: 'changed', id: current });
      expect(await an.changes(first)).toMatchObject({ cursor: current, more: false });
    });

    it('however long: the connection is refused, not the process', async () => {
      expect((await fetch(`${central.url}/v1/events`, { headers: { ...an.authorization, 'last-event-id': 'x'.repeat(20_000) } })).status).toBe(431);
      expect(await after('')).toEqual({ comment: '' });
    });

    it('made of anything that a header can hold', async () => {
      const sign = fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f).map((code) => String.fromCharCode(code));
      const nearly = fc.tuple(fc.string({ unit: fc.constantFrom('0', 'a', 'f', '-', '.', 'z'), maxLength: 20 }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })).map(([epoch, sequence]) => `${epoch}-${sequence}`);
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: sign, maxLength: 60 }), nearly), async (last) => {
          const events = await open({ 'last-event-id': last });
          expect(await events.next()).toMatchObject({ event: 'hello' });
          await events.close();
        }),
        { numRuns: 60 },
      );
    });
  });

  it('keep the line alive every fifteen seconds', async () => {
    const events = await open();
    await events.next();
    for (let beat = 0; beat < 3; beat += 1) {
      clock.advance(15_000);
      expect(await events.next()).toEqual({ comment: '' });
    }
    await events.close();
  });

  it('end with the access token', async () => {
    const events = await open();
    await events.next();
    clock.advance(15 * 60_000);
    await events.untilEnd();
  });

  it('end when the operator signs out', async () => {
    const events = await open();
    await events.next();
    await an.send('DELETE', '/v1/session');
    await events.untilEnd();
  });

  it('leave nothing behind when the reader goes', async () => {
    // What a former test's leap in time set off plans its next time when it is done.
    await expect.poll(() => clock.pending).toBe(idle);
    const events = await open();
    await events.next();
    expect(clock.pending).toBeGreaterThan(idle);
    await events.close();
    await expect.poll(() => clock.pending).toBe(idle);
  });

  it('need a token', async () => {
    expect((await fetch(`${central.url}/v1/events`)).status).toBe(401);
  });

  it("operators' states are told to the queues, kept, and forgotten when the operator signs out", async () => {
    const heard: unknown[] = [];
    const stop = central.onAgentState(({ agentId, state }) => heard.push([agentId, state]));
    const state = { state: 'available', since: '2026-01-05T09:00:00.000Z' };
    expect((await an.send('PUT', '/v1/agents/me/state', { state, at: state.since })).status).toBe(204);
    expect(heard).toEqual([[an.agentId, state]]);
    expect(await central.agentStates()).toEqual([{ agentId: an.agentId, username: an.session.agent.username, state }]);
    expect((await an.send('PUT', '/v1/agents/me/state', { state: { state: 'asleep' }, at: state.since })).status).toBe(400);
    await an.send('DELETE', '/v1/session');
    await expect.poll(() => heard.at(-1)).toEqual([an.agentId, null]);
    expect(await central.agentStates()).toEqual([]);
    stop();
  });

  it('end when central stops', async () => {
    const events = await open();
    await events.next();
    await central.close();
    stopped = true;
    await events.untilEnd();
  });
});
