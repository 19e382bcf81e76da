import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import type { Lab } from '../lab/lab.ts';
import { docx, hashOf, lineOf, relation, words } from '../fixtures/letters.ts';
import { violations } from './support/axe.ts';
import type { TestCentral } from './support/central.ts';
import { openFrom, saveAs } from './support/save-as.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
// A centre of its own: its templates are for everybody.
test.use({ centre: {} });

/** A team lead with a workstation of their own. @returns the path of its enrolment file. */
async function teamLead({ central, gate }: TestCentral, lab: Lab, folder: string): Promise<string> {
  const username = 'bart.claes';
  const { uri, user, password } = lab.users.colleague;
  await central.admin.createAgent({ username, name: 'Bart Claes', password: 'nog een goed wachtwoord', languages: ['nl'] });
  await central.admin.setAccess(username, { role: 'team-lead' });
  await central.admin.setSipAccount(username, { uri, authorizationUser: user, password, displayName: 'Bart Claes' });
  const file = join(folder, 'enrolment.json');
  writeFileSync(file, JSON.stringify(await central.admin.createEnrolment(username, gate.url, 600_000)));
  return file;
}

const document = (said: string): Uint8Array => docx({ body: lineOf(words('{{greeting}},')) + lineOf(words(said)) });
const said = (file: string): string => strFromU8(unzipSync(readFileSync(file))['word/document.xml']!).replaceAll(/<[^>]*>/g, '');
const isEdition = (page: Page, number: number) => expect(page.getByText(text('templates.isEdition', { number }), { exact: true })).toBeVisible();

test('a team lead uploads the document of a letter, is told in words why one is refused, saves and mends it; an operator elsewhere makes letters of it by sync alone, and has no page for templates', async ({ launch, lab, central, balie, workspace, profile }) => {
  test.setTimeout(240_000);
  const lead = await launch({ enrol: await teamLead(central, lab, profile) });
  const { page } = lead.workspace;
  const { keyboard } = page;
  await lead.workspace.isSynced();
  const offered = join(profile, 'Bevestiging.docx');
  const offer = async (bytes: Uint8Array): Promise<void> => {
    writeFileSync(offered, bytes);
    await keyboard.press('Control+Shift+O');
  };
  const [first, second] = [document('U sprak met {{operator}}.'), document('Met {{operator}} sprak u op {{contactDate}}.')];
  await openFrom(lead, offered);

  await keyboard.press('Control+Shift+B');
  await expect(page.getByText(text('templates.none.all'))).toBeVisible();
  await keyboard.press('Control+n');
  await keyboard.type('Bevestiging van ons gesprek');
  await expect(page.getByLabel(text('templates.key'))).toHaveValue('bevestiging-van-ons-gesprek');
  await offer(docx({ body: lineOf(words('{{naam}} {{greeting}} {{iban}}')) }));
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText(text('templates.refused', { name: 'Bevestiging.docx' }));
  await expect(refusal).toContainText('Het vraagt een veld dat niet bestaat: {{naam}}');
  await expect(refusal).toContainText('Het vraagt een veld dat niet bestaat: {{iban}}');
  expect(await violations(page)).toEqual([]);
  await offer(docx({ relations: relation('image', 'http://evil.example/a.png', 'External') }));
  await expect(refusal).toContainText(text('templates.documentFault.external'));
  await offer(first);
  await expect(refusal).toBeHidden();
  const sample = page.getByRole('article', { name: text('letter.preview') });
  await expect(sample).toContainText('Geachte mevrouw Verstraete,');
  await expect(sample).toContainText('U sprak met Bart Claes.');
  await keyboard.press('Control+s');
  await isEdition(page, 1);
  expect(await violations(page)).toEqual([]);

  // The operator, at another workstation: from sync alone.
  await workspace.isSynced();
  const other = workspace.page;
  const [customer] = central.centre.customers;
  await other.keyboard.press('Control+Shift+B');
  await other.keyboard.press('Control+k');
  await other.keyboard.type(customer!.name);
  await expect(other.getByRole('listbox').getByRole('option', { selected: true })).toContainText(customer!.name);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { level: 1, name: customer!.name })).toBeVisible();
  await other.keyboard.press('Control+b');
  const letter = other.getByRole('article', { name: text('letter.preview') });
  await expect(letter).toContainText('U sprak met Liesbeth Van Damme.');
  await expect(other.getByRole('navigation', { name: text('rail.label') }).getByRole('button', { name: text('rail.templates') })).toBeHidden();

  // The next edition reaches the letter that stands open there.
  await offer(second);
  await expect(sample).toContainText('Met Bart Claes sprak u op');
  await keyboard.press('Control+s');
  await isEdition(page, 2);
  await expect(letter).toContainText('Met Liesbeth Van Damme sprak u op');
  const made = await saveAs(balie, 'brief.docx');
  await other.getByRole('button', { name: text('letter.save') }).click();
  await expect(other.getByText(text('done.letterSaved'))).toBeVisible();
  expect(said(made)).toContain('Met Liesbeth Van Damme sprak u op');

  // What was before can be had again, byte for byte.
  await keyboard.press('Control+Shift+E');
  const editions = page.getByRole('list', { name: text('templates.pane.editions') });
  await editions.getByRole('button', { name: text('templates.whatChanged') }).click();
  await expect(editions.locator('del')).toContainText('U sprak met {{operator}}.');
  await expect(editions.locator('ins')).toContainText('Met {{operator}} sprak u op {{contactDate}}.');
  const kept = await saveAs(lead, 'vorige.docx');
  await editions.getByRole('button', { name: text('templates.downloadFormer') }).click();
  await expect(page.getByText(text('done.documentSaved'))).toBeVisible();
  expect(hashOf(readFileSync(kept))).toBe(hashOf(first));

  // Without central it is said, and nothing typed is lost; with it the template goes, and with it the operator's letter.
  const title = page.getByLabel(text('templates.titleIn', { language: text('language.fr') }));
  await central.gate.close();
  await title.fill('Confirmation');
  await keyboard.press('Control+s');
  await expect(page.getByText(text('errors.session.unreachable')).first()).toBeVisible();
  await expect(title).toHaveValue('Confirmation');
  await central.gate.open();
  await keyboard.press('Control+s');
  await isEdition(page, 3);
  await keyboard.press('Control+8');
  await page.getByRole('menuitem', { name: text('templates.withdraw') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: text('templates.ask.withdraw.yes') }).click();
  await expect(page.getByText(text('templates.withdrawnMeans'))).toBeVisible();
  await expect(other.getByText(text('letter.none'))).toBeVisible();
});
