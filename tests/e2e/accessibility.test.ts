import { inTheme, violationsInBothThemes } from './support/axe.ts';
import { newViolations } from './support/new-panels.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';
import { docx } from '../fixtures/letters.ts';

needsLab();
test.use({ centre: { colleagues: [{ name: 'Katrien Wouters', number: 'colleague' }], policy: { recording: 'on-demand', voicemail: '7000' } } });

test('signing in has no barrier that axe can find', async ({ launch }) => {
  const { workspace } = await launch();
  await workspace.asksToSignIn();
  expect(await violationsInBothThemes(workspace.page)).toEqual([]);
});

test('no screen of a working day has one, in either theme', async ({ balie, workspace, customer, central, lab }) => {
  test.setTimeout(120_000);
  const { page } = workspace;
  const { keyboard } = page;
  const name = central.centre.customers[0]!.name;
  const colleague = await lab.colleague('colleague', { answer: 'auto' });
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    for (const violation of await newViolations(page)) found.push(`${screen}, ${violation}`);
  };
  for (const theme of ['dark', 'light'] as const) {
    await balie.useTheme(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  // Whoever asks for less motion sees none: a colour on its way to another is neither, to them and to axe.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await inTheme(page, 'dark')).toBe(0);

  await look('waiting for a call');
  await keyboard.press('Alt+k');
  await expect(page.getByRole('list', { name: text('directory.title') })).toBeVisible();
  await look('directory');
  await keyboard.press('Alt+i');
  await expect(page.getByRole('searchbox', { name: text('calls.search') })).toBeVisible();
  await look('history');
  for (const [room, key] of [['products', 'Control+m'], ['figures', 'F4'], ['todo', 'Control+F10']] as const) {
    await keyboard.press(key);
    await expect(page.getByRole('navigation', { name: text('rail.label') }).getByRole('button', { name: text(`rail.${room}`) })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await look(room);
  }
  await keyboard.press('Control+d');
  await expect(page.getByRole('main').getByRole('heading', { name: text('unsent.title') })).toBeVisible();
  await look('unsent work');
  await keyboard.press('Control+k');
  await keyboard.type(name.slice(0, 3));
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await look('finding');
  await keyboard.press('Escape');
  await keyboard.press('Control+,');
  for (const section of ['sound', 'headset', 'telephone', 'appearance', 'keys', 'session']) await expect(page.getByRole('region', { name: text(`settings.section.${section}`) })).toBeAttached();
  await look('settings');
  await keyboard.press('Control+g');
  await expect(page.getByText(text('readiness.verdict.before'))).toBeVisible();
  await look('readiness, before');
  await keyboard.press('Control+g');
  await expect(page.getByText(text('readiness.heard')).first()).toBeVisible({ timeout: 20_000 });
  await look('readiness, asking');
  await page.getByRole('navigation', { name: text('rail.label') }).getByRole('button').first().click();

  await keyboard.press('Alt+b');
  await keyboard.type('coll');
  await expect(page.getByRole('listbox', { name: text('dial.suggestions') })).toBeVisible();
  await look('suggestions');
  await page.getByRole('combobox', { name: text('dial.label') }).fill('112');
  await keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('emergency number');
  await keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.getByRole('combobox', { name: text('dial.label') }).fill('');
  await keyboard.press('Escape');

  await balie.startAgain('--dial=7042');
  await expect(page.getByText(text('dialRequest.asks'))).toBeVisible();
  await customer.call(queueNumber);
  await workspace.rings(name);
  await expect(workspace.spoken).toBeVisible();
  await look('ringing, with a link that waits');
  await keyboard.press('Alt+e');
  await keyboard.press('Alt+t');
  await expect(page.getByRole('combobox', { name: text('transfer.to') })).toBeFocused();
  await look('sending a ringing call on');
  await keyboard.press('Escape');

  await workspace.answer();
  await workspace.inConversation();
  await look('conversation');
  for (const tab of ['2', '3', '4']) {
    await keyboard.press(`Control+${tab}`);
    await look(`tab ${tab} of the file`);
  }
  await keyboard.press('Control+1');
  await keyboard.press('F1');
  await expect(page.getByRole('complementary', { name: text('knowledge.title') })).toBeVisible();
  await look('looking something up');
  await keyboard.press('Escape');
  await keyboard.press('F9');
  await keyboard.type('Wanneer komt de herfstproefdoos terug?');
  await look('noting a question');
  await keyboard.press('Escape');
  await keyboard.press('F10');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('noting a promise');
  await keyboard.press('Escape');
  await central.putLetter('toegankelijk', docx());
  await keyboard.press('Control+b');
  await expect(page.getByRole('button', { name: text('letter.save') })).toBeEnabled();
  await look('letter');
  await page.getByRole('navigation', { name: text('rail.label') }).getByRole('button').first().click();
  await workspace.inConversation();
  await keyboard.press('Alt+p');
  await expect(workspace.strip.getByRole('group', { name: text('recording.label') })).toBeVisible();
  await look('recording');
  await keyboard.press('Alt+d');
  await look('keypad');
  await keyboard.press('Alt+d');
  await keyboard.press('Alt+t');
  await expect(page.getByRole('combobox', { name: text('transfer.to') })).toBeFocused();
  await keyboard.type('colleague');
  await expect(page.getByRole('listbox', { name: text('transfer.found') }).getByRole('option', { selected: true })).toContainText('colleague');
  await look('transfer');
  await keyboard.press('Enter');
  await expect(workspace.strip.getByRole('button', { name: text('consultation.swap') })).toBeEnabled();
  await look('consultation');
  await keyboard.press('Alt+c');
  await expect(workspace.strip.getByRole('article', { name: text('conference.title') })).toBeVisible();
  await look('conference');
  await keyboard.press('Alt+x');
  await workspace.inWrapUp();
  await look('wrap-up');
  await colleague.stop();
  expect(found).toEqual([]);
});
