import { beforeAll, describe, expect, it } from 'vitest';
import type { Central } from '../../../central/central.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import { docx, hashOf, lineOf, words } from '../../fixtures/letters.ts';
import { eventually, openDesk, openSite, prepareSites, type Desk } from './support/sync-bench.ts';

beforeAll(prepareSites);

const document = (text: string): Uint8Array => docx({ body: lineOf(words(text)) });

/** A team lead puts a template there, or its next edition. */
async function put(central: Central, key: string, bytes: Uint8Array, queues: string[] = []): Promise<LetterTemplate> {
  const template = { kind: 'letter' as const, key, title: { nl: key }, queues, variants: [{ language: 'nl' as const, register: 'formal' as const, file: 'a.docx' }] };
  expect(await central.importLetters({ templates: [template], document: () => bytes }, false)).toMatchObject({ refused: 0 });
  return (await central.letterTemplates()).find((each) => each.key === key)!;
}

const templatesOf = async ({ main }: Desk): Promise<LetterTemplate[]> => await main.call('letter.templates', undefined);
const fileOf = async ({ main }: Desk, bytes: Uint8Array): Promise<Uint8Array | null> => (await main.call('letter.file', { sha256: hashOf(bytes) })).bytes;
const has = async (desk: Desk, bytes: Uint8Array): Promise<void> => expect(Buffer.from((await fileOf(desk, bytes)) ?? [])).toEqual(Buffer.from(bytes));

async function inStep(): Promise<{ site: Awaited<ReturnType<typeof openSite>>; desk: Desk }> {
  const site = await openSite();
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  return { site, desk };
}

describe('templates of letters', () => {
  it('come with their documents, and are used without the network; a new edition replaces both, central is told which one was used, a withdrawn one is gone', async () => {
    const { site, desk } = await inStep();
    let told = 0;
    desk.workspace.on('letters.changed', () => void (told += 1));
    const [first, second] = [document('Eerste {{name}}'), document('Tweede {{name}}')];
    const template = await put(site.central, 'bevestiging', first);
    await eventually(async () => await has(desk, first));
    expect(await templatesOf(desk)).toEqual([template]);
    await eventually(() => expect(told).toBeGreaterThanOrEqual(2));
    await put(site.central, 'bevestiging', second);
    await eventually(async () => await has(desk, second));
    await eventually(async () => expect(await fileOf(desk, first)).toBeNull());
    expect(await templatesOf(desk)).toMatchObject([{ edition: 2 }]);
    const isBack = site.proxy.fail('/', { kind: 'down' }, { times: 1_000 });
    site.proxy.dropConnections();
    await desk.settled('offline');
    await has(desk, second);
    await desk.main.call('export.record', { list: 'letter', format: 'docx', rows: 1, customerId: site.centre.customers[0]!.id, templateId: template.id, templateEdition: 2 });
    isBack();
    await desk.settled();
    const mine = (await desk.station.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'dataExport' ? [line.row] : []));
    expect(mine).toMatchObject([{ templateId: template.id, templateEdition: 2, list: 'letter' }]);
    await site.central.withdrawLetter('bevestiging');
    await eventually(async () => expect(await templatesOf(desk)).toEqual([]));
  });

  it('whose document is spoilt on the way, or does not come, hold up nothing, and come with the next exchange', async () => {
    const { site, desk } = await inStep();
    const bytes = document('Spoedig {{name}}');
    site.proxy.fail('/v1/letter-files/', { kind: 'rewrite', change: (text) => `${text}x` });
    await put(site.central, 'bevestiging', bytes);
    await eventually(async () => expect(await templatesOf(desk)).toHaveLength(1));
    await eventually(() => expect(desk.log.some(({ message }) => message === 'the document of a letter did not come')).toBe(true));
    await desk.settled();
    expect(await fileOf(desk, bytes)).toBeNull();
    // Broken, cut, not there: each of these is asked for again.
    site.proxy.fail('/v1/letter-files/', { kind: 'down' });
    site.proxy.fail('/v1/letter-files/', { kind: 'cut', afterBytes: 100 });
    await desk.workspace.call('sync.now', undefined);
    await eventually(async () => await has(desk, bytes));
    await desk.settled();
  });

  it('of a queue that is no longer served go, with their documents', async () => {
    const { site, desk } = await inStep();
    const bytes = document('Van de wachtrij {{name}}');
    await put(site.central, 'van-de-wachtrij', bytes, [site.centre.queue.key]);
    await eventually(async () => await has(desk, bytes));
    await site.central.admin.setAccess(desk.station.session.agent.username, { queues: [] });
    await eventually(async () => expect(await templatesOf(desk)).toEqual([]));
    await eventually(async () => expect(await fileOf(desk, bytes)).toBeNull());
  });
});
