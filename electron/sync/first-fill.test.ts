import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { passingDatabase, type RawDatabase } from '../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../store/database/connection.ts';
import type { PerWrite } from '../store/search/fresh-index.ts';
import { tables } from '../store/entities/tables.ts';
import { enqueue } from '../store/queries/outbox.ts';
import { callersByNumber } from '../store/search/callers.ts';
import { refreshWords } from '../store/search/word-index.ts';
import { Applier } from './applier.ts';
import { CacheFill } from './cache-fill.ts';

type Rows = readonly (readonly [entity: string, row: { readonly id: string }])[];
interface File {
  readonly customer: Customer;
  readonly contactPoints: readonly ContactPoint[];
  readonly addresses: readonly Address[];
}

const synced = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z' };
const names = ['Jan', 'Zoë', 'De Smet', 'van den Broeck', "d'Hondt", 'Élise-Anne', 'Œuvre', 'Ωmega', 'Иван', '', '李', 'ÅSA'];
const name = fc.constantFrom(...names);
const phone = fc.integer({ min: 0, max: 999 }).map((tail) => `+32470112${String(tail).padStart(3, '0')}`);
const point = fc.oneof(fc.record({ kind: fc.constantFrom('phone', 'mobile'), value: phone }), fc.record({ kind: fc.constant('email'), value: fc.constantFrom('an@example.be', 'Jan@Example.be') }));
const place = fc.record({ street: fc.constantFrom('Kouter', 'Rue de la Loi', 'Groenstraat'), houseNumber: fc.constantFrom('1', '12 bus 3'), postcode: fc.constantFrom('9000', '1000'), town: fc.constantFrom('Gent', 'Brüssel') });
const file = fc
  .record({ given: name, family: name, organisation: fc.option(name), number: fc.option(fc.integer({ min: 1, max: 99_999 })), archived: fc.boolean(), points: fc.array(point, { maxLength: 3 }), places: fc.array(place, { maxLength: 2 }) })
  .map(({ given, family, organisation, number, archived, points, places }): File => {
    const id = newId();
    const own = { ...synced, customerId: id };
    return {
      customer: { ...synced, id, kind: 'person', customerNumber: number === null ? null : `BE-${number}`, salutation: 'none', givenName: given, familyName: family, organisationName: organisation, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived },
      contactPoints: points.map((one) => ({ ...own, ...one, id: newId(), preferred: false })),
      addresses: places.map((one) => ({ ...own, ...one, id: newId(), kind: 'home', box: null, country: 'BE' })),
    };
  });

const rowsOf = (files: readonly File[]): Rows => files.flatMap(({ customer, contactPoints, addresses }) => [['customer', customer] as const, ...contactPoints.map((row) => ['contactPoint', row] as const), ...addresses.map((row) => ['address', row] as const)]);
const markAfter = ({ customer }: File): string => `a-1.customer.${customer.id}`;

/** A stream as central sends it, a mark after each customer. @param after the mark with which it was asked for. */
function streamOf(files: readonly File[], after: string | null = null): string {
  const rest = files.slice(after === null ? 0 : files.findIndex((one) => markAfter(one) === after) + 1);
  const rows = (list: readonly File[]): string[] => rowsOf(list).map(([entity, row]) => JSON.stringify({ type: 'row', entity, row }));
  const begin = JSON.stringify({ type: 'begin', cursor: 'a-1', counts: { customer: rowsOf(files).length }, schemaVersion: 1 });
  return [begin, ...rest.flatMap((one) => [...rows([one]), JSON.stringify({ type: 'mark', after: markAfter(one) })]), JSON.stringify({ type: 'end', rows: rowsOf(rest).length }), ''].join('\n');
}

function bench(perWrite?: PerWrite) {
  const handle = passingDatabase();
  const clock = new ManualClock();
  const db = new Connection(handle, { clock, logger: silentLogger });
  return { handle, db, applier: new Applier(db, { clock, logger: silentLogger, ...(perWrite === undefined ? {} : { perWrite }) }) };
}

function fill(applier: Applier, text: string, rowsPerBatch?: number): CacheFill {
  const taken = new CacheFill(applier, applier.fillMark, () => undefined, rowsPerBatch);
  taken.take(Buffer.from(text));
  return taken;
}

/** All by which customers are found, by names that do not depend on the way in which they came. */
function indexOf(handle: RawDatabase): unknown {
  handle.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'customer_words', 'instance'); CREATE VIRTUAL TABLE temp.triples USING fts5vocab('main', 'customer_digits', 'instance')");
  const sorted = (sql: string): string[] => handle.prepare(sql).all().map((row) => JSON.stringify(row)).sort();
  const found = {
    words: sorted('SELECT w.term, w.doc / 16777216 AS day, c.id FROM temp.words AS w LEFT JOIN customer AS c ON c.seq = w.doc % 16777216'),
    triples: sorted('SELECT t.term, c.id FROM temp.triples AS t LEFT JOIN customer AS c ON c.seq = t.doc'),
    phones: sorted('SELECT p.number, k.id, c.id AS customer, p.mobile, p.preferred FROM phone AS p LEFT JOIN contact_point AS k ON k.seq = p.contact LEFT JOIN customer AS c ON c.seq = p.customer'),
    deletions: sorted('SELECT w.text, d.hash FROM word AS w LEFT JOIN word_deletion AS d ON d.word = w.id'),
    rows: ['customer', 'contact_point', 'address'].map((table) => sorted(`SELECT * FROM ${table}`.replace('*', handle.prepare(`SELECT * FROM ${table}`).columns().map(({ name: column }) => column).filter((column) => column !== 'seq' && column !== 'fill').join(', ')))),
    stale: sorted('SELECT * FROM search_stale'),
  };
  handle.exec('DROP TABLE temp.words; DROP TABLE temp.triples');
  return found;
}

/** What is on the device before the fill: put back by a repair, or by the operator's own return. */
function leaveSomething({ db }: { readonly db: Connection }, files: readonly File[]): void {
  const [first, second, third] = files;
  db.write((tx) => {
    if (first !== undefined) {
      const row: ContactPoint = { id: first.customer.id.replace(/^./, 'f'), version: 0, updatedAt: synced.updatedAt, customerId: first.customer.id, kind: 'mobile', value: '+32499000001', preferred: true };
      tables.contactPoint.put(tx, row);
      enqueue(tx, { entity: 'contactPoint', entityId: row.id, baseVersion: null, patch: { customerId: row.customerId, kind: row.kind, value: row.value, preferred: true }, base: {}, at: '' });
    }
    if (second !== undefined) {
      tx.run(
        `INSERT INTO interaction (id, version, updated_at, channel, direction, state, customer_id, started_at, sentence, note, captured, interrupted)
         VALUES ('call', 0, '', 'voice', 'inbound', 'wrap-up', ?, '2026-01-05T08:00:00.000Z', '', '', '{}', 0)`,
        second.customer.id,
      );
    }
    if (third !== undefined) enqueue(tx, { entity: 'customer', entityId: third.customer.id, baseVersion: 1, patch: { familyName: 'Onverzonden' }, base: { familyName: third.customer.familyName }, at: '' });
  });
}

/** The way of every other change: row by row, marked by triggers, read back. */
function filledRowByRow(files: readonly File[], before: (at: ReturnType<typeof bench>) => void): unknown {
  const at = bench();
  before(at);
  at.applier.applyChanges(rowsOf(files).map(([entity, row]) => ({ entity, id: row.id, version: 1, row })), 'a-1');
  at.applier.refreshWords();
  return indexOf(at.handle);
}

describe('the first fill', () => {
  it.each([
    ['an empty device', () => undefined],
    ['a device with work of its own', leaveSomething],
  ])('of %s leaves what the ordinary way leaves', (_, before) => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (files) => {
        const at = bench();
        before(at, files);
        fill(at.applier, streamOf(files)).end();
        expect(indexOf(at.handle)).toEqual(filledRowByRow(files, (other) => before(other, files)));
        expect([at.applier.cursor, at.applier.fillMark]).toEqual(['a-1', null]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('that is cut anywhere, or whose process is killed, goes on where it was and leaves the same', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 2, maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), fc.integer({ min: 1, max: 8 }), (files, share, killed, rowsPerBatch) => {
        const { applier, handle } = bench({ customers: 3, numbers: 5 });
        const text = streamOf(files);
        const cut = fill(applier, text.slice(0, Math.floor(text.length * share)), rowsPerBatch);
        if (!killed) cut.giveUp();
        applier.catchUp();
        const mark = applier.fillMark;
        fill(applier, streamOf(files, mark?.after ?? null), rowsPerBatch).end();
        expect(indexOf(handle)).toEqual(filledRowByRow(files, () => undefined));
        expect(applier.cursor).toBe('a-1');
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('of more customers than go in one statement leaves the same, also where one of them is here and one comes twice', () => {
    const files = fc.sample(file, { numRuns: 130, seed: 6 });
    const [here, twice] = [files[99]!, files[17]!];
    const before = ({ db }: { readonly db: Connection }): void => db.write((tx) => tables.customer.put(tx, { ...here.customer, version: 0, familyName: 'Van vroeger' }));
    const at = bench();
    before(at);
    fill(at.applier, streamOf([...files, twice])).end();
    expect(indexOf(at.handle)).toEqual(filledRowByRow(files, before));
    expect(tables.customer.get(at.db, here.customer.id)).toEqual(here.customer);
  });

  it('leads a number that came before its customer to them', () => {
    const [first, second] = fc.sample(file, { numRuns: 2, seed: 4 }) as [File, File];
    const early: ContactPoint = { ...synced, id: newId(), customerId: second.customer.id, kind: 'mobile', value: '+32470998877', preferred: true };
    const before = ({ applier }: ReturnType<typeof bench>): void => void applier.applyChanges([{ entity: 'contactPoint', id: early.id, version: 1, row: early }], 'a-1');
    const at = bench();
    const lines = streamOf([first, second]).split('\n');
    fill(at.applier, [lines[0], JSON.stringify({ type: 'row', entity: 'contactPoint', row: early }), ...lines.slice(1, -2), JSON.stringify({ type: 'end', rows: rowsOf([first, second]).length + 1 }), ''].join('\n')).end();
    expect(callersByNumber(at.db, early.value, 'BE').map(({ id }) => id)).toEqual(second.customer.archived ? [] : [second.customer.id]);
    expect(indexOf(at.handle)).toEqual(filledRowByRow([first, second], before));
  });

  it('knows the rows that it brought, also those on which work waits when it ends', () => {
    const files = fc.sample(file, { numRuns: 3, seed: 2 });
    const [first] = files as [File];
    const at = bench();
    const taken = fill(at.applier, streamOf(files), 1);
    at.db.write((tx) => enqueue(tx, { entity: 'customer', entityId: first.customer.id, baseVersion: 1, patch: { familyName: 'Onverzonden' }, base: { familyName: first.customer.familyName }, at: '' }));
    taken.end();
    expect(at.handle.prepare('SELECT entity, id FROM tombstone').all()).toEqual([]);
    expect(tables.customer.all(at.db).map(({ id }) => id)).toEqual(files.map(({ customer }) => customer.id));
  });

  it('that was cut brings nothing twice but what came after the last mark', () => {
    const files = fc.sample(file, { numRuns: 6, seed: 1 });
    const { applier } = bench();
    const text = streamOf(files);
    fill(applier, text.slice(0, text.indexOf(markAfter(files[3]!)) + markAfter(files[3]!).length + 3)).giveUp();
    expect(applier.fillMark).toMatchObject({ after: markAfter(files[3]!), rows: rowsOf(files.slice(0, 4)).length });
  });

  it('finds its customers while it is under way', () => {
    const files = fc.sample(file, { numRuns: 6, seed: 1 }).map((one) => ({ ...one, customer: { ...one.customer, givenName: 'Jan', archived: false } }));
    const { applier, handle } = bench({ customers: 1, numbers: 1 });
    fill(applier, streamOf(files).replace(/\{"type":"end".*\n/, ''), 1);
    expect(handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'jan'").all()).toHaveLength(6);
  });

  it('leaves to the operator whom they changed before their words were written', () => {
    const files = fc.sample(file, { numRuns: 4, seed: 3 }).map((one) => ({ ...one, customer: { ...one.customer, familyName: 'Oud', archived: false } }));
    const { applier, db, handle } = bench();
    const cut = fill(applier, streamOf(files).replace(/\{"type":"end".*\n/, ''), 1);
    const [renamed, archived, removed, untouched] = files.map(({ customer }) => customer);
    db.write((tx) => {
      tables.customer.put(tx, { ...renamed!, familyName: 'Nieuw' });
      tables.customer.put(tx, { ...archived!, archived: true });
      tables.customer.remove(tx, removed!.id);
      refreshWords(tx, 10);
    });
    cut.giveUp();
    const found = (word: string): unknown[] => handle.prepare('SELECT c.id FROM customer_words AS w LEFT JOIN customer AS c ON c.seq = w.rowid % 16777216 WHERE customer_words MATCH ?').all(word).map((row) => (row as { id: string }).id);
    expect([found('nieuw'), found('oud')]).toEqual([[renamed!.id], [untouched!.id]]);
  });

  it('drops what central no longer has of the little that was here', () => {
    const files = fc.sample(file, { numRuns: 3, seed: 5 });
    const { applier, db } = bench();
    const gone = { ...files[0]!.customer, id: newId() };
    applier.applyChanges([gone].map((row) => ({ entity: 'customer', id: row.id, version: 1, row })), 'b-1');
    applier.forgetCursor();
    fill(applier, streamOf(files)).end();
    expect(tables.customer.all(db).map(({ id }) => id).sort()).toEqual(files.map(({ customer }) => customer.id).sort());
  });

  it('recognises a caller whose number is not written yet by the parts of it', () => {
    const files = fc.sample(file, { numRuns: 3, seed: 4 }).map((one, index): File => {
      const { customer } = one;
      const number: ContactPoint = { ...synced, id: newId(), customerId: customer.id, kind: 'mobile', value: `+3247011220${index}`, preferred: true };
      return { ...one, customer: { ...customer, archived: false }, contactPoints: [number] };
    });
    const { applier, db, handle } = bench({ customers: 1, numbers: 1_000 });
    const cut = fill(applier, streamOf(files).replace(/\{"type":"end".*\n/, ''), 1);
    const caller = (): unknown[] => callersByNumber(db, '+32470112201', 'BE').map(({ id }) => id);
    expect([handle.prepare('SELECT * FROM phone').all(), caller()]).toEqual([[], [files[1]!.customer.id]]);
    cut.giveUp();
    expect([handle.prepare('SELECT * FROM phone').all().length, caller()]).toEqual([3, [files[1]!.customer.id]]);
  });

  it('keeps a row of a customer aside that cannot be read, and finds the customer by the others', () => {
    const [one] = fc.sample(file.filter(({ contactPoints, addresses, customer }) => contactPoints.length > 1 && addresses.length > 0 && !customer.archived), { numRuns: 1, seed: 2 });
    const { applier, handle } = bench();
    fill(applier, streamOf([one!]).replace(`"id":"${one!.contactPoints[0]!.id}","preferred":false`, `"id":"${one!.contactPoints[0]!.id}","preferred":"emperor"`)).end();
    expect(handle.prepare('SELECT id FROM parked_row').all()).toEqual([{ id: one!.contactPoints[0]!.id }]);
    expect(handle.prepare('SELECT id FROM contact_point').all()).toHaveLength(one!.contactPoints.length - 1);
    expect(handle.prepare('SELECT rowid FROM customer_words WHERE customer_words MATCH ?').all(one!.addresses[0]!.postcode)).toHaveLength(1);
  });
});
