import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxType } from '#shared/contract/letters.ts';
import { newId } from '#shared/domain/ids.ts';
import { readLetterFolder } from '../../../central/letters/letter-folder.ts';
import { docx, hashOf, lineOf, relation, words } from '../../fixtures/letters.ts';
import { onEachDatabase } from './support/each-database.ts';
import { mutation } from './support/samples.ts';
import { openTwoQueues, queueRow, type TwoQueues } from './support/two-queues.ts';
import { codeIn, type Answer, type Workstation } from './support/workstation.ts';

onEachDatabase('templates of letters', (newDatabase) => {
  const orders = queueRow('orders');
  const claims = queueRow('claims');
  const folder = mkdtempSync(join(tmpdir(), 'balie-letters-'));
  let site: TwoQueues;
  beforeAll(async () => (site = await openTwoQueues(await newDatabase(), { orders, claims })));
  afterAll(async () => {
    await site.central.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const document = (text = '{{greeting}},'): Uint8Array => docx({ body: lineOf(words(text)) });
  const sendFile = async (by: Workstation, bytes: Uint8Array): Promise<Answer> => await by.send('POST', '/v1/letter-files', bytes, { 'content-type': docxType });
  const read = async (by: Workstation, sha256: string): Promise<Answer> => await by.send('GET', `/v1/letter-files/${sha256}`);
  const variant = (bytes: Uint8Array) => ({ language: 'nl', register: 'formal', sha256: hashOf(bytes), bytes: bytes.byteLength });
  const letter = (bytes: Uint8Array, change: Record<string, unknown> = {}) => ({ base: null, key: `brief-${newId().slice(-12)}`, kind: 'letter', title: { nl: 'Bevestiging' }, queueIds: [], variants: [variant(bytes)], ...change });
  const put = async (by: Workstation, id: string, body: unknown): Promise<Answer> => await by.send('PUT', `/v1/letter-templates/${id}`, body);
  const errorsIn = (answer: Answer): unknown => (answer.json as { errors?: unknown }).errors;

  it('are written by team leads, edition by edition; former editions and their documents stay as they were', async () => {
    const { lead, an, admin } = site;
    const [first, second] = [document('Eerste {{name}}'), document('Tweede {{name}}')];
    expect((await sendFile(an, first)).status).toBe(403);
    expect((await sendFile(lead, first)).json).toEqual({ sha256: hashOf(first), bytes: first.byteLength, fields: ['name'] });
    expect((await sendFile(lead, first)).status).toBe(201);
    const id = newId();
    const save = letter(first);
    expect((await put(an, id, save)).status).toBe(403);
    expect((await put(lead, id, save)).json).toMatchObject({ id, edition: 1, version: 1, withdrawn: false, key: save.key });
    expect((await put(lead, id, { ...save, base: 1 })).json, 'nothing new is no edition').toMatchObject({ edition: 1, version: 1 });
    await sendFile(admin, second);
    expect(codeIn(await put(admin, id, { ...save, variants: [variant(second)] }))).toBe('letter.stale');
    expect((await put(admin, id, { ...save, base: 1, variants: [variant(second)], comment: 'Nieuw logo' })).json).toMatchObject({ edition: 2, version: 2 });
    const { items } = (await lead.send('GET', `/v1/letter-templates/${id}/editions`)).json as { items: unknown[] };
    expect(items).toMatchObject([
      { edition: 2, comment: 'Nieuw logo', variants: [{ sha256: hashOf(second) }], author: { agentId: admin.agentId } },
      { edition: 1, variants: [{ sha256: hashOf(first) }], author: { agentId: lead.agentId } },
    ]);
    expect(await lead.list(`/v1/letter-templates/${id}/editions`, 1)).toEqual(items);
    expect(await lead.list(`/v1/letter-templates/${id}/editions`, 1, { agentId: lead.agentId })).toMatchObject([{ edition: 1 }]);
    expect((await an.send('GET', `/v1/letter-templates/${id}/editions`)).status).toBe(403);
    const now = await read(an, hashOf(second));
    expect([now.status, now.headers['content-type'], Buffer.from(now.bytes).equals(second)]).toEqual([200, docxType, true]);
    expect([(await read(an, hashOf(first))).status, (await read(lead, hashOf(first))).status], 'former documents are for who writes templates').toEqual([404, 200]);
    const audit = (await admin.send('GET', '/v1/audit-events?action=letter-saved')).json as { items: { entityId: string; details: unknown }[] };
    expect(audit.items.filter(({ entityId }) => entityId === id).map(({ details }) => details)).toEqual([{ edition: 2 }, { edition: 1 }]);
  });

  it('are refused where no letter can be made of them, with what is wrong, and where', async () => {
    const { lead } = site;
    const refused = async (bytes: Uint8Array): Promise<unknown> => errorsIn(await sendFile(lead, bytes));
    const noField = (about: string, path = '/') => ({ path, message: `asks for a field that does not exist: ${about}`, code: 'field-unknown', about });
    expect(await refused(docx({ body: lineOf(words('{{iban}} {{name}} {{naam}} {{iban}}')) })), 'all of them at once').toEqual([noField('iban'), noField('naam')]);
    expect(await refused(docx({ parts: { 'word/vbaProject.bin': new Uint8Array(3) } }))).toEqual([{ path: '/', message: 'has macros or controls (word/vbaProject.bin)', code: 'macros', about: 'word/vbaProject.bin' }]);
    expect(await refused(docx({ relations: relation('image', 'http://evil.example/a.png', 'External') }))).toEqual([{ path: '/', message: 'fetches something from elsewhere when it is opened (word/_rels/document.xml.rels)', code: 'external', about: 'word/_rels/document.xml.rels' }]);
    expect(await refused(Buffer.from('no document'))).toEqual([{ path: '/', message: 'is no DOCX document, or a damaged one (zip)', code: 'not-docx', about: 'zip' }]);
    expect((await sendFile(lead, new Uint8Array(2_000_001))).status).toBe(413);
    expect((await lead.send('POST', '/v1/letter-files', { a: 1 })).status).toBe(400);
    expect((await lead.send('POST', '/v1/letter-files', 'x', { 'content-type': 'application/zip' })).status).toBe(415);
    const bytes = document();
    await sendFile(lead, bytes);
    const faulty = async (change: Record<string, unknown>): Promise<unknown> => errorsIn(await put(lead, newId(), letter(bytes, change)));
    expect(await faulty({ variants: [variant(document('niet gestuurd'))] })).toEqual([{ path: '/variants/0/sha256', message: 'is no document that was sent' }]);
    expect(await faulty({ variants: [{ ...variant(bytes), bytes: 7 }] })).toEqual([{ path: '/variants/0/sha256', message: 'has another length' }]);
    expect(await faulty({ queueIds: [newId()] })).toEqual([{ path: '/queueIds/0', message: 'is no queue' }]);
    expect(await faulty({ variants: [variant(bytes), variant(bytes)] })).toEqual([{ path: '/variants/1', message: 'is there twice: nl formal' }]);
    expect(await faulty({ kind: 'mail' })).toEqual([{ path: '/variants/0', message: 'is no text' }]);
    const mail = { language: 'nl', register: 'formal', subject: 'Over {{naam}}', body: '{{name}}, {{' };
    expect(await faulty({ kind: 'mail', variants: [mail] })).toEqual([
      noField('naam', '/variants/0/subject'),
      { path: '/variants/0/body', message: 'has braces without a field', code: 'fields' },
    ]);
    const taken = letter(bytes);
    const id = newId();
    await put(lead, id, taken);
    expect(codeIn(await put(lead, newId(), taken))).toBe('letter.state');
    expect(codeIn(await put(lead, id, { ...taken, base: 1, key: 'anders' }))).toBe('letter.state');
  });

  it("are on the devices of their queues, documents too; withdrawn ones come as such, and can come back", async () => {
    const { lead, an, bart } = site;
    const bytes = document('Alleen voor klachten {{name}}');
    await sendFile(lead, bytes);
    const id = newId();
    const save = letter(bytes, { queueIds: [claims.id] });
    const [cursorOfAn, cursorOfBart] = [await an.cursor(), await bart.cursor()];
    await put(lead, id, save);
    expect((await bart.changes(cursorOfBart)).changes).toMatchObject([{ entity: 'letterTemplate', id, row: { edition: 1 } }]);
    expect((await an.changes(cursorOfAn)).changes).toEqual([]);
    expect([(await read(bart, hashOf(bytes))).status, (await read(an, hashOf(bytes))).status]).toEqual([200, 404]);
    expect((await an.send('GET', `/v1/letter-templates/${id}`)).status).toBe(404);
    expect((await an.send('DELETE', `/v1/letter-templates/${id}`)).status).toBe(403);
    const before = await bart.cursor();
    expect((await lead.send('DELETE', `/v1/letter-templates/${id}`)).json).toMatchObject({ withdrawn: true, edition: 1 });
    expect((await lead.send('DELETE', `/v1/letter-templates/${id}`)).status).toBe(200);
    expect((await bart.changes(before)).changes).toMatchObject([{ id, row: { withdrawn: true } }]);
    expect((await put(lead, id, { ...save, base: 1 })).json).toMatchObject({ withdrawn: false, edition: 2 });
    const { items } = (await bart.send('GET', `/v1/letter-templates?key=${save.key}`)).json as { items: unknown[] };
    expect(items).toMatchObject([{ id, edition: 2 }]);
  });

  it('are listed with who wrote what they say now, for who writes them', async () => {
    const { lead, an, admin } = site;
    const bytes = document('Voor de lijst {{name}}');
    await sendFile(lead, bytes);
    const [id, other] = [newId(), newId()];
    const save = letter(bytes, { queueIds: [claims.id] });
    await put(lead, id, save);
    await put(admin, id, { ...save, base: 1, title: { nl: 'Tweede' }, comment: 'Andere titel' });
    await put(lead, other, { ...letter(bytes), kind: 'mail', variants: [{ language: 'fr', register: 'formal', subject: 'Votre question', body: '{{greeting}},' }] });
    await lead.send('DELETE', `/v1/letter-templates/${other}`);
    expect((await an.send('GET', '/v1/letter-editions')).status).toBe(403);
    const all = (await lead.list('/v1/letter-editions', 2)) as { templateId: string }[];
    expect(all.map(({ templateId }) => templateId)).toEqual([...new Set(all.map(({ templateId }) => templateId))].sort());
    expect(all.filter(({ templateId }) => [id, other].includes(templateId))).toMatchObject([
      { templateId: id, edition: 2, withdrawn: false, title: { nl: 'Tweede' }, queueIds: [claims.id], variants: [variant(bytes)], comment: 'Andere titel', author: { agentId: admin.agentId, at: expect.any(String) } },
      { templateId: other, edition: 1, withdrawn: true, kind: 'mail', author: { agentId: lead.agentId } },
    ]);
    expect(((await lead.list('/v1/letter-editions', 500, { kind: 'mail' })) as { kind: string }[]).every(({ kind }) => kind === 'mail')).toBe(true);
  });

  it('are named by what leaves a workstation', async () => {
    const { lead, an } = site;
    const bytes = document('Voor het verslag {{name}}');
    await sendFile(lead, bytes);
    const id = newId();
    await put(lead, id, letter(bytes));
    const patch = { agentId: null, list: 'letter', format: 'docx', rows: 1, customerId: null, at: '2026-01-05T09:00:00.000Z' };
    expect(await an.mutateOne(mutation('dataExport', null, { ...patch, templateId: id, templateEdition: 1 }))).toMatchObject({ status: 'applied', row: { templateId: id, templateEdition: 1 } });
    expect(await an.mutateOne(mutation('dataExport', null, patch)), 'an outbox of before').toMatchObject({ status: 'applied', row: { templateId: null, templateEdition: null } });
    expect(await an.mutateOne(mutation('dataExport', null, { ...patch, templateId: newId(), templateEdition: 1 }))).toMatchObject({ status: 'rejected' });
  });

  it('come from a folder; the same folder again changes nothing, and what is refused keeps no other from coming', async () => {
    const list = (opening: string): unknown => [
      { kind: 'letter', key: 'uit-map', title: { nl: 'Uit een map' }, queues: ['orders'], variants: [{ language: 'nl', file: 'uit-map.docx' }] },
      { kind: 'mail', key: 'mail-uit-map', title: { nl: 'Mail' }, variants: [{ language: 'nl', register: 'informal', subject: 'Over {{sentence}}', body: opening }] },
      { kind: 'letter', key: 'stuk', title: { nl: 'Stuk' }, variants: [{ language: 'nl', file: 'stuk.docx' }] },
      { kind: 'letter', key: 'weg', title: { nl: 'Weg' }, variants: [{ language: 'nl', file: 'weg.docx' }] },
    ];
    const bring = async (opening: string, dryRun = false) => {
      writeFileSync(join(folder, 'letters.json'), JSON.stringify(list(opening)));
      return await site.central.importLetters(readLetterFolder(folder), dryRun);
    };
    writeFileSync(join(folder, 'uit-map.docx'), document('Uit een map {{name}}'));
    writeFileSync(join(folder, 'stuk.docx'), 'stuk');
    const refusals = [
      { line: 3, column: 'stuk', reason: 'stuk.docx: / is no DOCX document, or a damaged one (zip)' },
      { line: 4, column: 'weg', reason: 'weg.docx: weg.docx is not there.' },
    ];
    expect(await bring('{{greeting}},', true)).toMatchObject({ dryRun: true, created: 2, refused: 2, refusals });
    expect((await site.central.letterTemplates()).some(({ key }) => key === 'uit-map')).toBe(false);
    expect(await bring('{{greeting}},')).toMatchObject({ created: 2, refused: 2, refusals });
    expect(await bring('{{greeting}},')).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await bring('Dag {{greeting}},', true)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await bring('Dag {{greeting}},')).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await site.central.letterTemplates()).filter(({ key }) => key.endsWith('uit-map'))).toMatchObject([{ key: 'mail-uit-map', edition: 2 }, { key: 'uit-map', edition: 1, queueIds: [orders.id] }]);
    expect(await site.central.withdrawLetter('uit-map')).toMatchObject({ withdrawn: true });
    expect(await site.central.withdrawLetter('bestaat-niet')).toBeNull();
    expect(() => readLetterFolder(join(folder, 'nergens'))).toThrow('no letters.json');
    writeFileSync(join(folder, 'letters.json'), JSON.stringify([{ kind: 'letter', key: 'a', title: { nl: 'A' }, variants: [{ language: 'nl', file: '../secrets.docx' }] }]));
    expect(() => readLetterFolder(folder)).toThrow('cannot be used');
  });
});
