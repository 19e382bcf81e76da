import type { Locator, Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptDocument } from '#shared/contract/scripts.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { converse } from './support/calls.ts';
import type { TestCentral } from './support/central.ts';
import { openFrom, saveAs } from './support/save-as.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
// A centre of its own: its script is changed for everybody.
test.use({ centre: {} });

const program = join(import.meta.dirname, '../../scripts/check-scripts.mjs');

const wordsOf = (page: Page): Locator => page.getByRole('textbox', { name: new RegExp(`^${text('scriptEditor.ownWords')}`) });
const paneOf = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${text(`scriptEditor.pane.${name}`)}`) });
const stepIn = (page: Page, title: string): Locator => page.getByRole('navigation', { name: text('scriptEditor.outline') }).getByRole('button', { name: new RegExp(`^${title}`) });
const versionIn = (page: Page, number: number): Locator => page.getByRole('listitem').filter({ hasText: text('scriptEditor.version', { number }) });

async function fromMenu(page: Page, item: string): Promise<void> {
  await page.keyboard.press('Control+8');
  await page.getByRole('menuitem', { name: text(`scriptEditor.${item}`) }).click();
}

/** A second team lead, at another workstation. @returns what asks central in their name. */
async function colleague({ central }: TestCentral, name = 'Bart Claes'): Promise<(method: 'GET' | 'POST', url: string, body?: object) => Promise<unknown>> {
  const [username, password] = [name.toLowerCase().replace(' ', '.'), 'nog een goed wachtwoord'];
  await central.admin.createAgent({ username, name, password });
  await central.admin.setAccess(username, { role: 'team-lead' });
  const session = await central.app.inject({ method: 'POST', url: '/v1/session', payload: { username, password, device: { id: newId(), name: 'test', platform: 'linux' } } });
  const headers = { authorization: `Bearer ${session.json<{ accessToken: string }>().accessToken}` };
  return async (method, url, body) => (await central.app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) })).json<unknown>();
}

test('a team lead writes a step during a call, mends what is found, tries and saves it; a colleague reviews it, it goes live; the running call keeps its words and the next one has the new', async ({ launch, central, customer }) => {
  await central.central.admin.setAccess(central.username, { role: 'team-lead' });
  const { workspace } = await launch({ enrol: await central.enrolment() });
  await workspace.becomesAvailable();
  const { page } = workspace;
  const { keyboard } = page;
  const [row] = central.centre.rows.script ?? [];
  const { version, title, steps } = row!.definition;
  const [first] = steps;
  const panel = page.getByRole('region', { name: `${text('script.title')} · ${title}` });
  const words = wordsOf(page);
  const pane = (name: string) => paneOf(page, name);
  const heading = page.getByRole('textbox', { name: /^Titel/ });
  const picture = page.getByRole('region', { name: text('scriptEditor.picture') });
  const drawn = (name: string) => picture.getByRole('group', { name: new RegExp(`^${name}`) });

  await converse(workspace, customer);
  await expect(panel).toContainText(`v${version}`);
  await keyboard.press('Control+0');
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await words.fill('Goeiedag, met {{operator}}. Waarmee kan ik u helpen?');
  await page.getByRole('button', { name: text('scriptEditor.addStep') }).click();
  await heading.fill('Wijn van de maand');
  await words.fill('Kent u onze wijn van de maand, {{naam}}?');
  await pane('findings').click();
  await page.getByRole('button', { name: /De variabele naam bestaat niet/ }).click();
  await expect(words).toBeFocused();
  await words.fill('Kent u onze wijn van de maand, {{salutation}} {{familyName}}?');
  // The picture has both, and each opens its form: by Enter, and by a click on what is in sight.
  await drawn(first!.title).press('Enter');
  await expect(heading).toHaveValue(first!.title);
  await drawn('Wijn van de maand').press('Enter');
  await expect(heading).toHaveValue('Wijn van de maand');
  await stepIn(page, text('scriptEditor.whole')).click();
  await expect(heading).toHaveValue(title);
  await drawn('Wijn van de maand').click();
  await expect(heading).toHaveValue('Wijn van de maand');
  await pane('try').click();
  await page.getByRole('button', { name: text('scriptEditor.tryStep') }).click();
  await expect(page.getByText(/Kent u onze wijn van de maand, mevrouw Verstraete/)).toBeVisible();
  await keyboard.press('Control+s');
  await expect(page.getByText(text('scriptEditor.isVersion', { number: version + 1 }))).toBeVisible();

  const asBart = await colleague(central);
  expect(await asBart('POST', `/v1/scripts/${row!.id}/versions/${version + 1}/review`, {})).toMatchObject({ state: 'reviewed' });
  await pane('versions').click();
  const [written, live] = [versionIn(page, version + 1), versionIn(page, version)];
  await live.getByRole('button', { name: text('scriptEditor.compare') }).click();
  const difference = live.getByRole('group', { name: text('scriptEditor.difference') });
  await expect(difference).toContainText(/Wijn van de maand\s*Nieuwe stap/);
  await expect(difference.locator('ins', { hasText: 'Goeiedag, met {{operator}}' })).toBeVisible();
  await written.getByLabel(text('scriptEditor.publishAt')).fill('2031-02-03T08:30');
  await written.getByRole('button', { name: text('scriptEditor.publishLater') }).click();
  await expect(written).toContainText(text('scriptEditor.state.scheduled'));
  await expect(written).toContainText(/vanaf 03\/02\/2031, 08:30/);
  await written.getByRole('button', { name: text('scriptEditor.withdraw') }).click();
  await expect(written).toContainText(text('scriptEditor.state.reviewed'));
  await expect(written).not.toContainText('vanaf 03');
  await written.getByRole('button', { name: text('scriptEditor.publishNow') }).click();
  await expect(written).toContainText(text('scriptEditor.state.live'));

  await keyboard.press('Control+0');
  await workspace.isSynced();
  await expect(panel).toContainText(`v${version} `);
  await expect(panel).not.toContainText('Goeiedag');
  await workspace.hangUp();
  await workspace.wrapUp({ outcome: 'Bestelling geplaatst' });
  await workspace.isAvailable();
  await converse(workspace, customer);
  await expect(panel).toContainText(`v${version + 1}`);
  await expect(panel).toContainText('Goeiedag, met Liesbeth Van Damme');
});

test('what was written is there after the page and then the whole of Balie were killed, also in the middle of a save that central did', async ({ launch, central, profile }) => {
  await central.central.admin.setAccess(central.username, { role: 'team-lead' });
  const [row] = central.centre.rows.script ?? [];
  const { title } = row!.definition;
  const words = wordsOf;
  const kept = (page: Page): Locator => page.getByText(new RegExp(`^${text('scriptEditor.keptHere').split('{{')[0]!.trim()}`));
  async function openEditor({ page }: { readonly page: Page }): Promise<Page> {
    await page.keyboard.press('Control+0');
    await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
    return page;
  }
  const balie = await launch({ profile, enrol: await central.enrolment() });
  await balie.workspace.becomesAvailable();
  await words(await openEditor(balie.workspace)).fill('Na de eerste val.');
  await expect(kept(balie.workspace.page)).toBeVisible();
  await balie.crash('workspace');
  const back = await balie.workspaceAgain();
  await back.isAvailable();
  const page = await openEditor(back);
  await expect(words(page)).toHaveValue('Na de eerste val.');
  // What is opened again is kept again; when something was kept is told to the second, so the next words come in another one.
  const before = await kept(page).innerText();
  await expect.poll(() => before.includes(new Date().toTimeString().slice(0, 8))).toBe(false);
  await words(page).fill('Na de tweede val.');
  await expect(kept(page)).not.toHaveText(before);
  const saves = (): number => central.gate.passed.filter(({ method, path }) => method === 'POST' && path.endsWith('/versions')).length;
  const savedBefore = saves();
  central.gate.loseAnswers(`/v1/scripts/${row!.id}/versions`);
  await page.keyboard.press('Control+s');
  await expect.poll(saves).toBeGreaterThan(savedBefore);
  await balie.killAtOnce();
  central.gate.deliverAnswers();

  const again = await launch({ profile });
  await again.workspace.isRegistered();
  const after = await openEditor(again.workspace);
  await expect(words(after)).toHaveValue('Na de tweede val.');
  await after.keyboard.press('Control+s');
  // Central had it: whose answer was lost is told that it is saved, not that somebody else was first.
  await expect(after.getByText(new RegExp(`^${text('scriptEditor.isVersion', { number: 0 }).replace('0', String.raw`\d+`)}$`))).toBeVisible();
});

test('a script leaves as a file and comes back as it is, whatever the file says of its key; of two who write at once nobody loses a step, and who wrote the same one is asked', async ({ launch, central }) => {
  await central.central.admin.setAccess(central.username, { role: 'team-lead' });
  const balie = await launch({ enrol: await central.enrolment() });
  await balie.workspace.isRegistered();
  const { page } = balie.workspace;
  const [row] = central.centre.rows.script ?? [];
  const { title, key, steps } = row!.definition;
  const identity = steps[1];
  const words = wordsOf(page);
  const asSofie = await colleague(central, 'Sofie Maes');
  const versions = `/v1/scripts/${row!.id}/versions`;
  const newest = async (): Promise<ScriptDocument> => (await asSofie('GET', `${versions}/${((await asSofie('GET', versions)) as { items: ScriptDocument[] }).items[0]!.number}`)) as ScriptDocument;
  const sofieWrites = async (stepKey: string, say: string): Promise<void> => {
    const { number, definition } = await newest();
    const saved = await asSofie('POST', versions, { base: number, definition: { ...definition, steps: definition.steps.map((step) => (step.key === stepKey ? { ...step, say } : step)) } });
    expect(saved).toMatchObject({ number: number + 1 });
  };
  const saidIn = async (...keys: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const { definition } = await newest();
    return keys.map((each) => definition.steps.find((step) => step.key === each)?.say);
  };
  const { number, definition } = await newest();
  const opening = definition.steps[0];
  const saved = (later: number) => expect(page.getByText(text('scriptEditor.isVersion', { number: number + later }), { exact: true })).toBeVisible();
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();

  await expect(words).toHaveValue(opening!.say);
  const file = await saveAs(balie, 'script.json');
  await fromMenu(page, 'export');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('}\n')).toBe(true);
  expect(spawnSync(process.execPath, [program, file], { encoding: 'utf8' })).toMatchObject({ status: 0 });

  await openFrom(balie, file);
  const script = JSON.parse(readFileSync(file, 'utf8')) as Script;
  const foreign: readonly string[] = ['{"name":"balie","dependencies":{}}', 'geen JSON', '['.repeat(50_000) + ']'.repeat(50_000), '{"__proto__":{"steps":[]},"constructor":{"prototype":{}}}'];
  for (const content of foreign) {
    writeFileSync(file, content);
    await fromMenu(page, 'import');
    const told = page.getByText(text('errors.script.no-script'));
    await expect(told).toBeVisible();
    await page.getByRole('button', { name: text('action.dismiss') }).click();
    await expect(told).toBeHidden();
  }
  await expect(words).toHaveValue(opening!.say);
  await saved(0);

  const changed = { ...script, key: 'van-een-ander', version: 900, audiences: [{ language: 'nl', register: 'formal' }, { language: 'fr', register: 'formal' }], steps: script.steps.map((step) => (step.key === opening!.key ? { ...step, say: 'Uit een bestand.' } : step)) };
  writeFileSync(file, JSON.stringify(changed));
  await fromMenu(page, 'import');
  await expect(words).toHaveValue('Uit een bestand.');
  // Words for each audience stand side by side; the French are not there yet.
  const variants = page.getByRole('group', { name: text('scriptEditor.words') });
  await expect(variants.getByRole('textbox')).toHaveCount(2);
  await expect(variants.getByText(text('scriptEditor.missing'))).toBeVisible();
  await variants.getByRole('textbox', { name: /^Frans/ }).fill('Venu d’un fichier.');
  await expect(variants.getByText(text('scriptEditor.missing'))).toBeHidden();
  await paneOf(page, 'versions').click();
  await versionIn(page, number).getByRole('button', { name: text('scriptEditor.compare') }).click();
  const difference = page.getByRole('group', { name: text('scriptEditor.difference') });
  await expect(difference.locator('del', { hasText: opening!.say.slice(0, 20) })).toBeVisible();
  await expect(difference.locator('ins', { hasText: 'Uit een bestand.' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await saved(1);
  expect((await newest()).definition).toMatchObject({ key, version: number + 1 });

  await sofieWrites(identity!.key, 'Van Sofie.');
  await stepIn(page, opening!.title).click();
  await words.fill('Van Liesbeth.');
  await page.keyboard.press('Control+s');
  await saved(3);
  expect(await saidIn(opening!.key, identity!.key)).toEqual(['Van Liesbeth.', 'Van Sofie.']);

  await sofieWrites(opening!.key, 'Toch van Sofie.');
  await words.fill('Toch van Liesbeth.');
  await page.keyboard.press('Control+s');
  const merge = page.getByRole('region', { name: text('scriptEditor.mergeTitle') });
  await expect(merge).toContainText(text('scriptEditor.mergeText_one', { author: 'Sofie Maes' }));
  for (const said of ['Van Liesbeth.', 'Toch van Liesbeth.', 'Toch van Sofie.']) await expect(merge).toContainText(`“${said}”`);
  await expect(merge.getByRole('button', { name: text('scriptEditor.bringTogether') })).toBeDisabled();
  await merge.getByRole('radio', { name: new RegExp(`^${text('scriptEditor.mine')}`) }).check();
  await merge.getByRole('button', { name: text('scriptEditor.bringTogether') }).click();
  await saved(5);
  expect(await saidIn(opening!.key, identity!.key)).toEqual(['Toch van Liesbeth.', 'Van Sofie.']);
});

test('a script that came in as a file is given to a queue, and the next call of that queue begins with it', async ({ launch, central, customer }) => {
  await central.central.admin.setAccess(central.username, { role: 'team-lead' });
  const balie = await launch({ enrol: await central.enrolment() });
  const { workspace } = balie;
  await workspace.becomesAvailable();
  const { page } = workspace;
  const [row] = central.centre.rows.script ?? [];
  const { queue } = central.centre;
  const file = await saveAs(balie, 'nieuw.json');
  writeFileSync(file, JSON.stringify({ ...row!.definition, key: 'kerstactie', title: 'Kerstactie', version: 1 }));
  await openFrom(balie, file);
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: text('scriptEditor.import') }).click();
  await expect(wordsOf(page)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText(text('scriptEditor.isVersion', { number: 1 }), { exact: true })).toBeVisible();
  const asAn = await colleague(central, 'An Wouters');
  const { items } = (await asAn('GET', '/v1/scripts')) as { items: readonly { id: string; key: string }[] };
  const versions = `/v1/scripts/${items.find(({ key }) => key === 'kerstactie')!.id}/versions/1`;
  expect(await asAn('POST', `${versions}/review`, {})).toMatchObject({ state: 'reviewed' });
  expect(await asAn('POST', `${versions}/publication`, { from: null })).toMatchObject({ state: 'live' });

  await paneOf(page, 'queues').click();
  const line = page.getByRole('listitem').filter({ hasText: queue.name });
  await line.getByRole('button', { name: text('scriptEditor.queues.useIn', { queue: queue.name }) }).click();
  await expect(line).toContainText(text('scriptEditor.queues.replaces', { queue: queue.name, title: 'Kerstactie', former: row!.definition.title }));
  await line.getByRole('button', { name: text('scriptEditor.queues.confirm') }).click();
  await expect(line).toContainText(text('scriptEditor.queues.usesThis'));
  await page.keyboard.press('Control+0');
  await workspace.isSynced();
  await converse(workspace, customer);
  await expect(page.getByRole('region', { name: `${text('script.title')} · Kerstactie` })).toContainText('v1');
});
