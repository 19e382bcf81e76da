import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { lists } from '#shared/contract/lists.ts';
import { rowSchemaOf, type SnapshotLine } from '#shared/contract/sync.ts';
import { newId } from '#shared/domain/ids.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, customerPatch, customerRow, interactionPatch, mutation } from './support/samples.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const rowsIn = (lines: readonly SnapshotLine[]) => lines.flatMap((line) => (line.type === 'row' ? [line] : []));

onEachDatabase('reading', (newDatabase) => {
  let central: Central;
  let an: Workstation;

  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32) });
    an = await Workstation.open(central);
  });
  afterAll(async () => await central.close());

  describe('a snapshot', () => {
    it('begins with the cursor and the counts, holds every row as the contract has it, and ends', async () => {
      const customers = Array.from({ length: 2_100 }, () => customerRow());
      const customer = customers[0]!;
      await central.import({ customer: customers, address: [{ ...addressPatch(customer.id), id: newId(), version: 0, updatedAt: customer.updatedAt }] });
      const lines = await an.snapshot();
      const [begin, end] = [lines[0], lines.at(-1)];
      const rows = rowsIn(lines);
      expect(begin).toMatchObject({ type: 'begin', schemaVersion: 1, counts: { customer: 2_100, address: 1 } });
      expect(end).toEqual({ type: 'end', rows: rows.length });
      for (const { entity, row } of rows) rowSchemaOf(entity).parse(row);
      expect(new Set(rows.map(({ row }) => row['id'])).size).toBe(rows.length);
    });

    it('sends a customer with what belongs to them, and no mark between', async () => {
      const customer = customerRow();
      await central.import({ customer: [customer], address: [{ ...addressPatch(customer.id), id: newId(), version: 0, updatedAt: customer.updatedAt }] });
      const lines = await an.snapshot();
      const at = lines.findIndex((line) => line.type === 'row' && line.row['id'] === customer.id);
      expect(lines[at + 1]).toMatchObject({ type: 'row', entity: 'address', row: { customerId: customer.id } });
    });

    it('goes on after any of its marks, under the cursor with which it began', async () => {
      const whole = await an.snapshot();
      const [begin] = whole;
      const marks = whole.flatMap((line, index) => (line.type === 'mark' ? [{ after: line.after, index }] : []));
      expect(marks.length).toBeGreaterThan(2);
      for (const { after, index } of marks) {
        const rest = await an.snapshot(after);
        expect(rest[0]).toEqual(begin);
        expect(rowsIn(rest)).toEqual(rowsIn(whole.slice(index)));
        expect(rest.at(-1)).toEqual({ type: 'end', rows: rowsIn(rest).length });
      }
    });

    it('that was cut, and what changed before it went on, give every row as it is', async () => {
      const whole = await an.snapshot();
      const [begin] = whole;
      if (begin?.type !== 'begin') throw new Error('no begin');
      const cut = whole.findIndex((line) => line.type === 'mark' && line.after.includes('.customer.'));
      const mark = whole[cut];
      if (mark?.type !== 'mark') throw new Error('no mark');
      const early = rowsIn(whole.slice(0, cut)).find(({ entity }) => entity === 'customer')!.row as { id: string; version: number };
      const created = mutation('customer', null, customerPatch());
      await an.mutate(created, mutation('customer', early.version, { givenName: 'Intussen' }, early.id));
      const rows = new Map([...rowsIn(whole.slice(0, cut)), ...rowsIn(await an.snapshot(mark.after))].map(({ row }) => [row['id'], row]));
      for (const change of (await an.changes(begin.cursor)).changes) if (change.row !== null) rows.set(change.id, change.row);
      const now = rowsIn(await an.snapshot()).map(({ row }) => row);
      expect(now.map((row) => rows.get(row['id']))).toEqual(now);
    });

    it('does not go on after a mark of another history, of another place or of no place', async () => {
      const mark = (await an.snapshot()).find((line) => line.type === 'mark');
      if (mark?.type !== 'mark') throw new Error('no mark');
      const unknown = [mark.after.replace(/^\w+/, 'other'), mark.after.replace(/-\d+/, '-999999999'), mark.after.replace(/\.\w+\./, '.address.'), mark.after.replace(/[0-9a-f-]{36}$/, '-'.repeat(36))];
      for (const after of unknown) expect(await an.send('GET', `/v1/snapshot?after=${after}`)).toMatchObject({ status: 410, json: { code: 'cursor-unknown' } });
      expect(await an.send('GET', "/v1/snapshot?after=';drop")).toMatchObject({ status: 400 });
    });

    it('is compressed where the reader takes gzip', async () => {
      const answer = await central.app.inject({ method: 'GET', url: '/v1/snapshot', headers: { ...an.authorization, 'accept-encoding': 'br, gzip' } });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(answer.rawPayload).toString('utf8')).toMatch(/\{"type":"end","rows":\d+\}\n$/);
    });

    it('together with the changes after its cursor gives every row as it is, while others write', async () => {
      const writes = Promise.all(Array.from({ length: 30 }, async () => await an.mutateOne(mutation('customer', null, customerPatch()))));
      const lines = await an.snapshot();
      const [begin] = lines;
      const applied = await writes;
      const cache = new Map(rowsIn(lines).map(({ row }) => [row['id'], row]));
      if (begin?.type !== 'begin') throw new Error('no begin');
      for (const change of (await an.changes(begin.cursor)).changes) cache.set(change.id, change.row ?? {});
      for (const result of applied) if (result.status === 'applied') expect(cache.get(result.row!['id'])).toEqual(result.row);
    });
  });

  describe('changes', () => {
    it('are none after the newest cursor, which stays', async () => {
      const cursor = await an.cursor();
      expect(await an.changes(cursor)).toEqual({ changes: [], cursor, more: false });
    });

    it('come in pages that together miss nothing', async () => {
      const start = await an.cursor();
      const made = Array.from({ length: 25 }, () => mutation('customer', null, customerPatch()));
      await an.mutate(...made);
      const seen: string[] = [];
      let page = await an.changes(start, 10);
      const sizes = [page.changes.length];
      seen.push(...page.changes.map(({ id }) => id));
      while (page.more) {
        page = await an.changes(page.cursor, 10);
        sizes.push(page.changes.length);
        seen.push(...page.changes.map(({ id }) => id));
      }
      expect(sizes).toEqual([10, 10, 5]);
      expect(seen.sort()).toEqual(made.map(({ entityId }) => entityId).sort());
    });

    it('name a row once a page, as it is now, parents before children', async () => {
      const start = await an.cursor();
      const talk = mutation('interaction', null, interactionPatch(an.agentId));
      const customer = mutation('customer', null, customerPatch());
      await an.mutate(talk, customer, mutation('interaction', 1, { customerId: customer.entityId }, talk.entityId));
      const { changes } = await an.changes(start);
      expect(changes.map(({ entity, version }) => [entity, version])).toEqual([['customer', 1], ['interaction', 2]]);
    });

    it('are seen in the order of the commits by a reader who never stops', async () => {
      const stations = await Promise.all(Array.from({ length: 5 }, async () => await Workstation.open(central)));
      let cursor = await an.cursor();
      const seen = new Set<string>();
      const follow = async (): Promise<void> => {
        const page = await an.changes(cursor, 3);
        cursor = page.cursor;
        for (const { id } of page.changes) seen.add(id);
        // Requests without a socket never leave the microtask queue: let timers and input have their turn.
        await nextTurn();
      };
      const writing = new AbortController();
      const reader = (async () => {
        while (!writing.signal.aborted) await follow();
      })();
      const made = await Promise.all(
        stations.map(async (station) => {
          const own = Array.from({ length: 12 }, () => mutation('customer', null, customerPatch()));
          for (const one of own) await station.mutateOne(one);
          return own.map(({ entityId }) => entityId);
        }),
      );
      writing.abort();
      await reader;
      for (let pages = 0; pages < 40; pages += 1) await follow();
      expect(made.flat().filter((id) => !seen.has(id))).toEqual([]);
    });

    it.each([
      ['another history', () => 'ffffffffffffffff-3'],
      ['the future', async () => `${(await an.cursor()).split('-')[0] ?? ''}-999999999`],
    ])('after a cursor of %s are gone: 410', async (_name, cursor) => {
      const answer = await an.send('GET', `/v1/changes?cursor=${await cursor()}`);
      expect([answer.status, codeIn(answer)]).toEqual([410, 'cursor-unknown']);
    });

    it.each(['', 'cursor=', 'cursor=%00', "cursor=a-1'--", 'cursor=a-1&limit=0', 'cursor=a-1&limit=5001', 'cursor=a-1&limit=x', 'cursor=a-1&table=credential', 'cursor=a-1&cursor=b-1'])('refuse ?%s', async (query) => {
      const answer = await an.send('GET', `/v1/changes?${query}`);
      expect([answer.status, codeIn(answer)]).toEqual([400, 'invalid']);
    });

    it('begin anew after a backup was put back', async () => {
      const cursor = await an.cursor();
      await central.admin.beginNewHistory();
      expect((await an.send('GET', `/v1/changes?cursor=${cursor}`)).status).toBe(410);
    });
  });

  describe('lists', () => {
    const page = async (address: string) => (await an.send('GET', address)).json as { items: Record<string, unknown>[]; next: string | null };

    it('come in pages, the newest first, that together have every row once', async () => {
      const own = Array.from({ length: 7 }, () => mutation('customer', null, customerPatch({ segment: 'loyal', language: 'de' })));
      await an.mutate(...own);
      const found: unknown[] = [];
      let next: string | null = '';
      while (next !== null) {
        const one = await page(`/v1/customers?segment=loyal&language=de&limit=3${next === '' ? '' : `&cursor=${next}`}`);
        found.push(...one.items.map(({ id }) => id));
        next = one.next;
      }
      expect(found).toEqual(own.map(({ entityId }) => entityId).toReversed());
    });

    it('are asked by value, by time and one by one, and rows are as the contract has them', async () => {
      const customer = mutation('customer', null, customerPatch());
      const contact = mutation('contactPoint', null, { customerId: customer.entityId, kind: 'mobile', value: '+32470999888', preferred: true });
      const talks = ['2026-02-01T09:00:00.000Z', '2026-02-02T09:00:00.000Z'].map((startedAt) => mutation('interaction', null, interactionPatch(an.agentId, { customerId: customer.entityId, startedAt })));
      await an.mutate(customer, contact, ...talks);
      expect((await page('/v1/contact-points?value=%2B32470999888')).items).toMatchObject([{ id: contact.entityId, customerId: customer.entityId }]);
      const second = await page(`/v1/interactions?customerId=${customer.entityId}&startedAtFrom=2026-02-02T00:00:00.000Z&startedAtUntil=2026-02-03T00:00:00.000Z`);
      expect(second.items.map((item) => rowSchemaOf('interaction').parse(item)['id'])).toEqual([talks[1]?.entityId]);
      expect((await an.send('GET', `/v1/customers/${customer.entityId}`)).json).toMatchObject({ id: customer.entityId, version: 1 });
      expect((await page(`/v1/customers?archived=true&segment=regular`)).items).toEqual([]);
    });

    it.each(Object.keys(lists))('%s answers', async (name) => {
      const { items, next } = await page(`/v1/${name}?limit=1`);
      expect([items.length <= 1, next === null || typeof next === 'string']).toEqual([true, true]);
      expect(codeIn(await an.send('GET', `/v1/${name}/${newId()}`))).toBe('not-found');
    });

    it.each(['customers?limit=501', 'customers?password=x', 'customers?segment=golden', 'customers?cursor=x', 'interactions?startedAtFrom=yesterday', 'interactions?customerId=1%20or%201=1', 'customers/me'])('refuse /v1/%s', async (address) => {
      const answer = await an.send('GET', `/v1/${address}`);
      expect([answer.status, codeIn(answer)]).toEqual([400, 'invalid']);
    });
  });

  describe('import', () => {
    it('writes all rows or none, and says which one does not fit', async () => {
      const before = (await an.snapshot()).length;
      const broken = { ...customerRow(), language: 'xx' } as never;
      await expect(central.import({ customer: [customerRow(), broken] })).rejects.toMatchObject({ code: 'row-invalid', message: 'Row 2 of customer does not fit its schema at: language' });
      expect((await an.snapshot()).length).toBe(before);
    });

    it('is told to devices as changes, and numbers go on after the highest it brought', async () => {
      const cursor = await an.cursor();
      const row = customerRow({ customerNumber: 'BE-900123' });
      await central.import({ customer: [row] });
      await central.import({ customer: [{ ...row, givenName: 'Els' }] });
      expect((await an.changes(cursor)).changes).toMatchObject([{ id: row.id, version: 2, row: { givenName: 'Els' } }]);
      expect(await an.mutateOne(mutation('customer', null, customerPatch()))).toMatchObject({ row: { customerNumber: 'BE-900124' } });
    });

    it('seeds only a database that was never written', async () => {
      expect(await central.seed(() => ({ customer: [customerRow()] }))).toBe(0);
    });
  });
});
