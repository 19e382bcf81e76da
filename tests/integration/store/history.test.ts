import { describe, expect, it } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { seed } from './support/seed.ts';
import { withDatabase } from './support/raw-database.ts';
import { storeBench, type StoreBench } from './support/store-bench.ts';
import type { TestCentre } from '../../fixtures/centre.ts';

interface Past {
  readonly number: string | null;
  readonly direction?: Call['direction'];
  readonly answered?: boolean;
  readonly cause?: 'hung-up' | 'cancelled' | 'answered-elsewhere' | 'declined';
  readonly queueKey?: string | null;
}

const first = Date.parse('2026-03-02T08:00:00.000Z');

async function openedBench(): Promise<{ bench: StoreBench; centre: TestCentre }> {
  const bench = storeBench({ clock: new ManualClock(first) });
  await bench.open();
  return { bench, centre: seed(bench.path) };
}

/** Calls one after the other, a minute apart. @returns their ids, oldest first. */
async function past({ main }: StoreBench, calls: readonly Past[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { number, direction = 'inbound', answered = true, cause = 'hung-up', queueKey = null }] of calls.entries()) {
    const callId = newId();
    const at = (seconds: number): string => new Date(first + index * 60_000 + seconds * 1_000).toISOString();
    await main.call('interaction.open', { callId, direction, number, called: null, queueKey, startedAt: at(0) });
    if (answered) await main.call('interaction.answered', { callId, answeredAt: at(5) });
    await main.call('interaction.ended', { callId, endedAt: at(30), cause, endedBy: 'remote' });
    ids.push(callId);
  }
  return ids;
}

async function list({ workspace }: StoreBench, input: CallInput<StoreContract, 'history.list'> = {}): Promise<{ ids: string[]; next: string | null }> {
  const { entries, next } = await workspace.call('history.list', input);
  return { ids: entries.map(({ callId }) => callId), next };
}

/** Two thousand calls of somebody without a file, between and after the calls that are there. */
const fillHistory = `
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
  INSERT INTO interaction (id, version, updated_at, channel, direction, state, number, started_at, sentence, note, captured, interrupted)
    SELECT printf('01890000-0000-7000-8000-%012d', i), 1, '', 'voice', 'inbound', 'closed', '+3292254107', strftime('%Y-%m-%dT%H:%M:%fZ', '2026-03-02T08:00:00', (i * 0.1) || ' seconds'), '', '', '{}', 0 FROM n;
  INSERT INTO call_leg (id, version, updated_at, interaction_id, call_id, direction, started_at)
    SELECT id, 1, '', id, id, direction, started_at FROM interaction WHERE version = 1;`;

describe('the call history', () => {
  it('shows who called, on which queue, with outcome, transfer, quality and recording', async () => {
    const { bench, centre } = await openedBench();
    const [customer] = centre.customers;
    const [callId] = await past(bench, [{ number: customer!.phone, queueKey: centre.queue.key }]);
    const report = { seconds: 25, mosMean: 4.2, mosWorst: 3.1, lossPercent: 0.4, jitterMs: 6, roundTripMs: 38, codec: 'opus' };
    await bench.main.call('interaction.quality', { callId: callId!, report });
    await bench.main.call('interaction.transferred', { callId: callId!, kind: 'blind', target: '203', note: 'wil een factuur', at: new Date(first + 30_000).toISOString() });
    await bench.main.call('interaction.recorded', { callId: callId!, recording: { fileId: newId(), seconds: 21 } });
    const [interaction] = await bench.workspace.call('interaction.unfinished', undefined);
    await bench.workspace.call('interaction.close', { id: interaction!.id, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    expect(await bench.workspace.call('history.list', {})).toEqual({
      entries: [
        {
          interactionId: interaction!.id,
          callId,
          direction: 'inbound',
          number: customer!.phone,
          customerId: customer!.id,
          customerName: customer!.name,
          colleagueName: null,
          queueName: 'Bestellingen NL',
          startedAt: '2026-03-02T08:00:00.000Z',
          answeredAt: '2026-03-02T08:00:05.000Z',
          endedAt: '2026-03-02T08:00:30.000Z',
          cause: 'hung-up',
          outcome: { nl: 'Bestelling geplaatst' },
          transferredTo: '203',
          quality: report,
          recorded: true,
        },
      ],
      next: null,
    });
  });

  it('comes in pages, most recent first, without a call twice or left out', async () => {
    const { bench } = await openedBench();
    const ids = await past(bench, Array.from({ length: 7 }, () => ({ number: '+3292254107' })));
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await list(bench, { before, limit: 3 });
      seen.push(...page.ids);
      before = page.next;
      // A call that comes in meanwhile moves nothing.
      await past(bench, [{ number: '+3292254108' }]);
    } while (before !== null);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids.reverse());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each<[NonNullable<CallInput<StoreContract, 'history.list'>['kind']>, readonly number[]]>([
    ['all', [5, 4, 3, 2, 1, 0]],
    ['inbound', [5, 4, 2, 1, 0]],
    ['outbound', [3]],
    ['missed', [1]],
  ])('%s', async (kind, expected) => {
    const { bench } = await openedBench();
    const ids = await past(bench, [
      { number: '+3292254107' },
      { number: '+3292254107', answered: false, cause: 'cancelled' },
      { number: '+3292254107', answered: false, cause: 'answered-elsewhere' },
      { number: '+3292254107', answered: false, cause: 'cancelled', direction: 'outbound' },
      { number: '+3292254107', answered: false, cause: 'declined' },
      { number: null },
    ]);
    expect((await list(bench, { kind })).ids).toEqual(expected.map((index) => ids[index]));
  });

  it.each([
    ['the whole number, national', '0470 11 22 00', [0]],
    ['the whole number, international', '+32 470/11.22.00', [0]],
    ['with 00', '0032470112200', [0]],
    ['a part of it', '112201', [1]],
    ['the beginning', '0470', [1, 0]],
    ['an internal number', '203', [3]],
    ['digits that nobody has', '99999', []],
    ['a surname, lower case and without accents', 'elamrani', [1]],
    ['beginnings of words, in any order', 'de pie', [0]],
    ['a colleague', 'clercq', [3]],
    ['a SIP user', 'balie-an', [2]],
    ['a name and a part of the number', 'fatima 1122', [1]],
    ['nothing but signs', '%_', []],
  ])('is searched by %s', async (_, text, expected) => {
    const { bench, centre } = await openedBench();
    withDatabase(bench.path, (handle) => handle.exec(`INSERT INTO directory_entry (id, version, updated_at, name, department, number, competences) VALUES ('${newId()}', 1, '', 'An De Clercq', NULL, '203', '[]')`));
    const ids = await past(bench, [{ number: centre.customers[0]!.phone }, { number: centre.customers[1]!.phone }, { number: 'balie-an' }, { number: '203' }]);
    expect((await list(bench, { text })).ids).toEqual(expected.map((index) => ids[index]));
  });

  it('finds a name over thousands of calls, page by page', async () => {
    const { bench, centre } = await openedBench();
    const ids = await past(bench, Array.from({ length: 3 }, () => ({ number: centre.customers[3]!.phone })));
    withDatabase(bench.path, (handle) => handle.exec(fillHistory));
    const { ids: found, next } = await list(bench, { text: 'griet maes', limit: 2 });
    expect(found).toEqual([ids[2], ids[1]]);
    expect(await list(bench, { text: 'griet maes', limit: 2, before: next })).toEqual({ ids: [ids[0]], next: null });
  });

  it("keeps another operator's calls out", async () => {
    const { bench } = await openedBench();
    await past(bench, [{ number: '+3292254107' }]);
    withDatabase(bench.path, (handle) => handle.exec(`UPDATE interaction SET agent_id = '${newId()}'`));
    expect((await list(bench)).ids).toEqual([]);
  });
});
