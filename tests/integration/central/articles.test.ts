import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { readArticleFiles } from '../../../central/import/article-files.ts';
import { newId } from '#shared/domain/ids.ts';
import { onEachDatabase } from './support/each-database.ts';
import { queueRow } from './support/two-queues.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const front = (fields: string, body = 'Binnen de **twee** werkdagen.'): string => `---\n${fields}\n---\n\n${body}\n`;

onEachDatabase('articles', (newDatabase) => {
  const orders = queueRow('orders');
  const claims = queueRow('claims');
  const folder = mkdtempSync(join(tmpdir(), 'balie-articles-'));
  let central: Central;
  let admin: Workstation;
  let an: Workstation;
  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32) });
    await central.listen();
    await central.import({ queue: [orders, claims] });
    [admin, an] = [await Workstation.open(central), await Workstation.open(central)];
    await central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
    await central.admin.setAccess(an.session.agent.username, { queues: ['orders'] });
  });
  afterAll(async () => {
    await central.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, 'nl'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const bring = async (dryRun = false) => await central.importArticles(readArticleFiles(folder).records, dryRun);
  const articles = async (station: Workstation): Promise<Record<string, unknown>[]> => (await station.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'article' ? [line.row] : []));

  it('come from a folder of Markdown files; the same folder again changes nothing', async () => {
    write('levering.fr.md', front('title: Livraison\nsource: conditions'));
    write(join('nl', 'levering.md'), front('title: Levering\nsource: voorwaarden\nkeywords: [thuis, "=cmd"]\nqueues: claims\nvalidUntil: 2026-12-31'));
    expect(await bring(true)).toMatchObject({ dryRun: true, created: 2 });
    expect(await articles(admin)).toEqual([]);
    expect(await bring()).toMatchObject({ lines: 2, created: 2, refused: 0 });
    expect(await bring()).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect((await articles(admin)).find((row) => row['language'] === 'nl')).toMatchObject({ key: 'levering', keywords: ['thuis', '=cmd'], queueIds: [claims.id], validUntil: '2026-12-31', edition: 1, body: 'Binnen de **twee** werkdagen.' });
  });

  it("a device holds its queues' articles, and drops one that is another queue's from now on", async () => {
    expect((await articles(an)).map((row) => row['title'])).toEqual(['Livraison']);
    const cursor = await an.cursor();
    write(join('nl', 'levering.md'), front('title: Levering\nsource: voorwaarden\nqueues: [orders, claims]'));
    await bring();
    expect((await an.changes(cursor)).changes.map(({ row }) => row?.['title'])).toEqual(['Levering']);
    const later = await an.cursor();
    write(join('nl', 'levering.md'), front('title: Levering\nsource: voorwaarden\nqueues: claims'));
    await bring();
    expect((await an.changes(later)).changes.map(({ row }) => row)).toEqual([null]);
  });

  it('what operators read makes an edition, by what they are found does not', async () => {
    const before = (await articles(admin)).find((row) => row['language'] === 'fr');
    write('levering.fr.md', front('title: Livraison\nsource: conditions\nkeywords: [domicile]'));
    await bring();
    expect((await articles(admin)).find((row) => row['language'] === 'fr')).toMatchObject({ edition: 1, changedAt: before?.['changedAt'], keywords: ['domicile'] });
    write('levering.fr.md', front('title: Livraison\nsource: conditions\nkeywords: [domicile]\nchangedSummary: Plus rapide.', 'Sous un jour.'));
    await bring();
    expect((await articles(admin)).find((row) => row['language'] === 'fr')).toMatchObject({ edition: 2, changedSummary: 'Plus rapide.', body: 'Sous un jour.' });
  });

  it('a file that cannot be used is named with what is wrong, and keeps no other back', async () => {
    write('geen-voorblad.md', 'Zomaar tekst.');
    write('kapot.md', front('title: [open'));
    write('leeg.md', front('title: Leeg'));
    write('wachtrij.md', front('title: Wachtrij\nsource: procedures\nqueues: nergens'));
    write('bom.md', front('a: &a [x, x]\nb: [*a, *a]\ntitle: Bom'));
    const files = readArticleFiles(folder);
    const report = await central.importArticles(files.records, false);
    expect(report).toMatchObject({ unchanged: 2, created: 0, refused: 5 });
    expect(report.refusals.map(({ line, column }) => [files.placeOf(line), column])).toEqual([['bom.md', null], ['geen-voorblad.md', null], ['kapot.md', null], ['leeg.md', 'source'], ['wachtrij.md', 'queues']]);
  });

  it('come as JSON, and as CSV over the API for administrators', async () => {
    const path = join(folder, 'artikels.json');
    writeFileSync(path, JSON.stringify({ articles: [{ key: 'kurk', source: 'procedures', title: 'Kurk', body: 'Vervangen.', keywords: ['muf'], archived: false }] }));
    expect(await central.importArticles(readArticleFiles(path).records, false)).toMatchObject({ created: 1 });
    writeFileSync(path, '{"articles": 3}');
    expect(() => readArticleFiles(path)).toThrow('A JSON file of articles');
    const csv = 'key,language,title,body,changedSummary\nkurk,nl,Kurksmaak,"Vervangen, ""altijd"".",Zonder vragen.\n';
    expect((await admin.send('POST', '/v1/imports/articles', csv, { 'content-type': 'text/csv' })).json).toMatchObject({ changed: 1 });
    expect((await an.send('POST', '/v1/imports/articles', csv, { 'content-type': 'text/csv' })).status).toBe(403);
    expect((await admin.send('GET', '/v1/articles?key=kurk')).json).toMatchObject({ items: [{ title: 'Kurksmaak', body: 'Vervangen, "altijd".', edition: 2 }] });
  });

  it('what operators think of them is kept once, listed, and exported without a formula in it', async () => {
    const [article] = (await articles(an)).filter((row) => row['key'] === 'kurk');
    const at = '2026-11-28T10:00:00.000Z';
    const said = { id: newId(), entity: 'articleFeedback' as const, entityId: newId(), baseVersion: null, patch: { articleId: article?.['id'], edition: 1, verdict: 'wrong', sentence: '=2+3 "dagen"', agentId: null, interactionId: null, at }, at };
    expect((await an.mutateOne(said)).status).toBe('applied');
    expect((await an.mutateOne({ ...said, id: newId(), baseVersion: 1, patch: { verdict: 'good' } })).status).toBe('rejected');
    expect((await an.mutateOne({ ...said, id: newId(), entityId: newId(), patch: { ...said.patch, agentId: admin.agentId } })).status).toBe('rejected');
    expect((await admin.send('GET', '/v1/article-feedback?verdict=wrong')).json).toMatchObject({ items: [{ articleId: article?.['id'], agentId: an.agentId, edition: 1 }] });
    const other = await Workstation.open(central);
    await central.admin.setAccess(other.session.agent.username, { queues: ['orders'] });
    expect((await other.send('GET', '/v1/article-feedback')).json).toMatchObject({ items: [] });
    expect(codeIn(await an.send('POST', '/v1/article-feedback', '{}'))).toBeDefined();
    const [head, line] = (await central.articleFeedback()).split('\r\n');
    expect(head).toBe('at,verdict,sentence,key,language,title,edition,currentEdition,agent');
    expect(line).toBe(`2026-11-28T10:00:00Z,wrong,"'=2+3 ""dagen""",kurk,nl,Kurksmaak,1,2,${an.session.agent.name}`);
  });

  it("the practice centre's own articles are all taken", async () => {
    const report = await central.importArticles(readArticleFiles(fileURLToPath(new URL('../../../practice/sample/articles/', import.meta.url))).records, true);
    // Its queues and products are not here; nothing else is wrong with any.
    expect(report.refusals.filter(({ column }) => column !== 'queues' && column !== 'sku')).toEqual([]);
    expect(report.created).toBeGreaterThan(12);
  });
});
