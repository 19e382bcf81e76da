import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { importReportSchema, type ImportReport } from '#shared/contract/import.ts';
import { onEachDatabase } from './support/each-database.ts';
import { offerPlans, procedurePlans } from '../../../practice/sample/casework.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const header = 'customerNumber;givenName;familyName;language;mobile;email;street;houseNumber;postcode;town';
const file = (...lines: readonly string[]): string => `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
const an = 'BE-500001;An;Peeters;nl;0470 12 34 56;an@example.be;Kerkstraat;12;9000;Gent';
const hostile = "BE-500002;=cmd|' /C calc'!A0;\"O'Brien; \"\"drop table\"\"\";fr;;;;;;";

onEachDatabase('customers from a file', (newDatabase) => {
  let central: Central;
  let admin: Workstation;
  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32) });
    admin = await Workstation.open(central);
    await central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
  });
  afterAll(async () => await central.close());

  const send = async (text: string, query = ''): Promise<ImportReport> => importReportSchema.parse((await admin.send('POST', `/v1/imports/customers${query}`, text, { 'content-type': 'text/csv' })).json);
  const rows = async (): Promise<Record<string, unknown>[]> => (await admin.snapshot()).flatMap((line) => (line.type === 'row' && ['customer', 'contactPoint', 'address'].includes(line.entity) ? [line.row] : []));

  it('a dry run says what would become of it and writes nothing', async () => {
    expect(await send(file(an, hostile), '?dryRun=true')).toMatchObject({ dryRun: true, lines: 2, created: 2, refused: 0 });
    expect(await rows()).toEqual([]);
  });

  it('are created with their numbers and address, texts as they stand; the same file again changes nothing', async () => {
    expect(await send(file(an, hostile))).toMatchObject({ lines: 2, created: 2, changed: 0, unchanged: 0, refused: 0 });
    const written = await rows();
    expect(written.find((row) => row['kind'] === 'mobile')).toMatchObject({ value: '+32470123456' });
    expect(written.find((row) => row['customerNumber'] === 'BE-500002')).toMatchObject({ givenName: "=cmd|' /C calc'!A0", familyName: "O'Brien; \"drop table\"", language: 'fr' });
    expect(await send(file(an, hostile))).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect((await rows()).length).toBe(written.length);
  });

  it('are changed where the file says something else, and keep what it does not say', async () => {
    expect(await send('customerNumber,familyName\nBE-500001,Janssens\n')).toMatchObject({ changed: 1 });
    expect((await rows()).find((row) => row['customerNumber'] === 'BE-500001')).toMatchObject({ givenName: 'An', familyName: 'Janssens', version: 2 });
  });

  it('a line that cannot be used is named with its column and keeps no other back', async () => {
    const report = await send(file(';Els;Maes;nl;;;;;;', 'BE-500003;Els;Maes;xx;12;nobody;;;;', 'BE-500004;Els', 'BE-500005;Els;Maes;nl;;;;;;', 'BE-500005;Eva;Maes;nl;;;;;;'));
    expect(report).toMatchObject({ lines: 5, created: 1, refused: 4 });
    expect(report.refusals.map(({ line, column }) => [line, column])).toEqual([[2, 'customerNumber'], [3, 'language'], [3, 'mobile'], [3, 'email'], [4, null], [6, 'customerNumber']]);
    expect(JSON.stringify(report)).not.toContain('nobody');
  });

  it('what is no such file, and who may not, is refused', async () => {
    const answer = async (text: string) => codeIn(await admin.send('POST', '/v1/imports/customers', text, { 'content-type': 'text/csv' }));
    expect([await answer('name\nAn\n'), await answer(''), await answer('"')]).toEqual(['invalid', 'invalid', 'invalid']);
    const operator = await Workstation.open(central);
    expect((await operator.send('POST', '/v1/imports/customers', file(an), { 'content-type': 'text/csv' })).status).toBe(403);
  });

  describe('products', () => {
    const bring = async (text: string): Promise<ImportReport> => importReportSchema.parse((await admin.send('POST', '/v1/imports/products', text, { 'content-type': 'text/csv' })).json);
    const productRows = async (entity: 'product' | 'stock') => (await admin.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === entity ? [line.row] : []));

    it('are created and changed by their article number, with what was counted; the same file again changes nothing', async () => {
      const text = 'sku;name_nl;name_fr;price;vatRate;languages;active;onHand\nLOI-06;Loire, zes flessen;Loire, six bouteilles;59,90;21;nl fr;yes;40\nGLAS;Wijnglas;;7.5;;;no;\n';
      expect(await bring(text)).toMatchObject({ lines: 2, created: 2, refused: 0, ignoredColumns: [] });
      const [glass, loire] = (await productRows('product')).sort((a, b) => String(a['sku']).localeCompare(String(b['sku'])));
      expect(loire).toMatchObject({ name: { nl: 'Loire, zes flessen', fr: 'Loire, six bouteilles' }, priceCents: 5990, vatRate: 2100, languages: ['nl', 'fr'], active: true, stocked: true, leadDays: 0 });
      expect(glass).toMatchObject({ name: { nl: 'Wijnglas' }, priceCents: 750, active: false });
      expect(await productRows('stock')).toMatchObject([{ productId: loire?.['id'], onHand: 40, allocated: 0, held: 0 }]);
      expect(await bring(text)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    });

    it('keep what the file does not say, also in other languages, and what is held', async () => {
      const [stock] = await productRows('stock');
      await central.import({ stock: [{ ...stock, held: 3 } as never] });
      expect(await bring('sku,name_fr,onHand\nLOI-06,Val de Loire,38\n')).toMatchObject({ changed: 1 });
      expect((await productRows('product')).find((row) => row['sku'] === 'LOI-06')).toMatchObject({ name: { nl: 'Loire, zes flessen', fr: 'Val de Loire' }, priceCents: 5990 });
      expect(await productRows('stock')).toMatchObject([{ onHand: 38, held: 3 }]);
    });

    it('a line that cannot be used is named with its column and keeps no other back', async () => {
      const report = await bring('sku,name_nl,price,vatRate,active,leadDays\n,Zonder,1,21,yes,0\nA,Appel,1.234,19,misschien,-1\nNIEUW,,,21,yes,1\nPEER,Peer,2,6,yes,1\n');
      expect(report).toMatchObject({ lines: 4, created: 1, refused: 3 });
      expect(report.refusals.map(({ line, column }) => [line, column])).toEqual([[2, 'sku'], [3, 'price'], [3, 'vatRate'], [3, 'active'], [3, 'leadDays'], [4, 'name_nl']]);
      expect((await admin.send('POST', '/v1/imports/products', 'name_nl\nPeer\n', { 'content-type': 'text/csv' })).status).toBe(400);
    });
  });

  it('procedures and offers come in by their key, once; a record that cannot be used keeps no other back', async () => {
    const written = procedurePlans.map(({ queue: _, ...plan }) => plan);
    const bad = [{ ...written[0], key: 'uren', hours: { ...written[0]!.hours, timeZone: 'Mars' } }, { ...written[0], key: 'rij', queue: 'bestaat-niet' }];
    const text = JSON.stringify([...written, ...bad]);
    expect(await central.importProcedures(text, true)).toMatchObject({ dryRun: true, created: 3, refused: 2 });
    const report = await central.importProcedures(text, false);
    expect(report).toMatchObject({ created: 3, refused: 2, refusals: [{ line: 4, column: 'hours.timeZone' }, { line: 5, column: 'queue' }] });
    expect(await central.importProcedures(JSON.stringify([{ ...written[0], active: false }, ...written.slice(1)]), false)).toMatchObject({ changed: 1, unchanged: 2 });
    expect(await central.importOffers(JSON.stringify(offerPlans), false)).toMatchObject({ created: 2, refused: 0 });
    for (const broken of ['', '{}', '[1]']) await expect(central.importOffers(broken, false)).rejects.toMatchObject({ status: 400 });
    const listed = async (name: string): Promise<unknown[]> => ((await admin.send('GET', `/v1/${name}?active=true`)).json as { items: unknown[] }).items;
    expect([(await listed('procedures')).length, (await listed('offers')).length]).toEqual([2, 2]);
  });
});
