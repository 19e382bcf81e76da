import type { Page } from '@playwright/test';
import { newId } from '#shared/domain/ids.ts';
import { converse } from './support/calls.ts';
import type { TestCentral } from './support/central.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
// A centre of its own: its script is changed for everybody.
test.use({ centre: {} });

/** A second team lead, at another workstation. @returns what asks central in their name. */
async function colleague({ central }: TestCentral): Promise<(method: 'GET' | 'POST', url: string, body?: object) => Promise<unknown>> {
  const [username, password] = ['bart.claes', 'nog een goed wachtwoord'];
  await central.admin.createAgent({ username, name: 'Bart Claes', password });
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
  const { version, title } = row!.definition;
  const panel = page.getByRole('region', { name: `${text('script.title')} · ${title}` });
  const words = page.getByRole('textbox', { name: new RegExp(`^${text('scriptEditor.ownWords')}`) });
  const pane = (name: string) => page.getByRole('button', { name: new RegExp(`^${text(`scriptEditor.pane.${name}`)}`) });

  await converse(workspace, customer);
  await expect(panel).toContainText(`v${version}`);
  await keyboard.press('Control+0');
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await words.fill('Goeiedag, met {{operator}}. Waarmee kan ik u helpen?');
  await page.getByRole('button', { name: text('scriptEditor.addStep') }).click();
  await page.getByRole('textbox', { name: /^Titel/ }).fill('Wijn van de maand');
  await words.fill('Kent u onze wijn van de maand, {{naam}}?');
  await pane('findings').click();
  await page.getByRole('button', { name: /De variabele naam bestaat niet/ }).click();
  await expect(words).toBeFocused();
  await words.fill('Kent u onze wijn van de maand, {{salutation}} {{familyName}}?');
  await pane('try').click();
  await page.getByRole('button', { name: text('scriptEditor.tryStep') }).click();
  await expect(page.getByText(/Kent u onze wijn van de maand, mevrouw Verstraete/)).toBeVisible();
  await keyboard.press('Control+s');
  await expect(page.getByText(text('scriptEditor.isVersion', { number: version + 1 }))).toBeVisible();

  const asBart = await colleague(central);
  expect(await asBart('POST', `/v1/scripts/${row!.id}/versions/${version + 1}/review`, {})).toMatchObject({ state: 'reviewed' });
  await pane('versions').click();
  await page.getByRole('button', { name: text('scriptEditor.publishNow') }).click();
  await expect(page.getByRole('listitem').filter({ hasText: text('scriptEditor.version', { number: version + 1 }) })).toContainText(text('scriptEditor.state.live'));

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
  const words = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${text('scriptEditor.ownWords')}`) });
  const write = async (page: Page, said: string): Promise<void> => {
    await words(page).fill(said);
    await expect(page.getByText(new RegExp(`^${text('scriptEditor.keptHere').split('{{')[0]!.trim()}`))).toBeVisible();
  };
  async function openEditor({ page }: { readonly page: Page }): Promise<Page> {
    await page.keyboard.press('Control+0');
    await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
    return page;
  }
  const balie = await launch({ profile, enrol: await central.enrolment() });
  await balie.workspace.becomesAvailable();
  await write(await openEditor(balie.workspace), 'Na de eerste val.');
  await balie.crash('workspace');
  const back = await balie.workspaceAgain();
  await back.isAvailable();
  const page = await openEditor(back);
  await expect(words(page)).toHaveValue('Na de eerste val.');
  await write(page, 'Na de tweede val.');
  const saves = (): number => central.gate.passed.filter(({ method, path }) => method === 'POST' && path.endsWith('/versions')).length;
  central.gate.loseAnswers(`/v1/scripts/${row!.id}/versions`);
  await page.keyboard.press('Control+s');
  await expect.poll(saves).toBeGreaterThan(0);
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
