import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { violations } from './support/axe.ts';
import { converse } from './support/calls.ts';
import { saveAs } from './support/save-as.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';
import { docx, lineOf, words } from '../fixtures/letters.ts';

needsLab();
// Templates come to it.
test.use({ centre: {}, desk: 'shared' });

test('from typing to the opened file by the keyboard, in a conversation that stays what it is', async ({ workspace, customer, central }) => {
  const { page } = workspace;
  const [caller, other] = central.centre.customers;
  await converse(workspace, customer);
  await workspace.note.fill('Half');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: text('find.title') });
  await expect(box).toBeFocused();
  await page.keyboard.type(other!.name);
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(other!.name);
  // What lies under the open box is covered in part, and so counts as small.
  expect(await violations(page, { less: ['target-size'] })).toEqual([]);
  await page.keyboard.press('Alt+m');
  await expect(workspace.callButton('call.unmute')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: other!.name })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(workspace.note).toHaveValue('Half');
  await expect(page.getByText(caller!.name).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(other!.name);
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(other!.name);
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => page.getByRole('textbox', { name: text('customer.familyName') }).first().inputValue()).not.toBe('');
  await expect(box).toBeHidden();
});

test('what the centre lets an operator export is saved where they choose and written down at central; the rest has no button', async ({ balie, workspace, customer, central }) => {
  const { page } = workspace;
  await converse(workspace, customer);
  await workspace.hangUp();
  const file = await saveAs(balie, 'oproepen.csv');
  await page.keyboard.press('Alt+i');
  await page.getByRole('button', { name: text('export.open') }).click();
  await page.getByRole('menuitem', { name: text('export.format.csv') }).click();
  await expect(page.getByText(text('done.exported'))).toBeVisible();
  const csv = readFileSync(file, 'utf8');
  expect(csv).toContain(`"${text('export.column.startedAt')}";`);
  expect(csv).toContain(central.centre.customers[0]!.name);
  expect(csv).not.toMatch(/(^|;)"[=+@-]/m);
  await expect.poll(async () => (await central.rows('dataExport')).at(-1), { timeout: 10_000 }).toMatchObject({ list: 'history', format: 'csv', customerId: null });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(central.centre.customers[0]!.name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: central.centre.customers[0]!.name })).toBeVisible();
  await expect(page.getByRole('button', { name: text('export.open') })).toBeHidden();
});

test('a letter is made from the template that a team lead put at central, and from its next edition as soon as it is there', async ({ balie, workspace, customer, central }) => {
  const { page } = workspace;
  await converse(workspace, customer);
  await page.keyboard.press('Control+b');
  await expect(page.getByText(text('letter.none'))).toBeVisible();
  await central.putLetter('bevestiging', docx({ body: lineOf(words('{{greeting}},')) + lineOf(words('U sprak met {{operator}}.')) }));
  const preview = page.getByRole('article', { name: text('letter.preview') });
  await expect(preview).toContainText('U sprak met Liesbeth Van Damme.');
  expect(await violations(page)).toEqual([]);
  const template = await central.putLetter('bevestiging', docx({ body: lineOf(words('{{name}}: uw gesprek met {{operator}} bevestigen wij u hierbij.')) }));
  await expect(preview).toContainText('bevestigen wij u hierbij.');
  const file = await saveAs(balie, 'brief.docx');
  await page.getByRole('button', { name: text('letter.save') }).click();
  await expect(page.getByText(text('done.letterSaved'))).toBeVisible();
  const written = strFromU8(unzipSync(readFileSync(file))['word/document.xml']!).replaceAll(/<[^>]*>/g, '');
  expect(written).toContain(`${central.centre.customers[0]!.name}: uw gesprek`);
  await expect.poll(async () => (await central.rows('dataExport')).at(-1), { timeout: 10_000 }).toMatchObject({ list: 'letter', format: 'docx', templateId: template.id, templateEdition: 2 });
});

test('a customer on paper is a PDF of A4 pages', async ({ balie, workspace, customer }) => {
  const { page } = workspace;
  await converse(workspace, customer);
  await page.keyboard.press('Control+b');
  const file = await saveAs(balie, 'blad.pdf');
  await page.getByRole('button', { name: text('print.pdf'), exact: true }).click();
  await expect(page.getByText(text('done.pdfSaved'))).toBeVisible();
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  // A4 in points.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});
