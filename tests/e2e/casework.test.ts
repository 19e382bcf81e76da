import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.use({ centre: { procedures: true } });

test('a complaint is noted by its procedure, its number read back, a question and a promise noted by key; closing waits for the question; the next call shows it all', async ({ workspace, customer, central }) => {
  const { page } = workspace;
  const { keyboard } = page;
  await converse(workspace, customer);

  // F9 from the note: the words, Enter, and one types on where one was.
  await workspace.note.focus();
  await keyboard.type('Belt over de levering. ');
  await keyboard.press('F9');
  await keyboard.type('Wanneer komt de kredietnota?');
  await keyboard.press('Enter');
  await expect(workspace.note).toBeFocused();
  await keyboard.type('Is boos.');
  await expect(workspace.note).toHaveValue('Belt over de levering. Is boos.');
  const questions = page.getByRole('region', { name: text('question.title') });
  await expect(questions.getByRole('listitem')).toContainText('Wanneer komt de kredietnota?');

  await keyboard.press('Control+u');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text('followUp.kind')).selectOption('complaint');
  await expect(dialog.getByLabel(text('followUp.procedure'))).toHaveText(/Late levering/);
  await dialog.getByLabel(/^Beloofd op/).fill('2026-11-26');
  await dialog.getByRole('button', { name: text('followUp.save') }).click();
  const number = dialog.getByRole('group', { name: text('caseNumber.label') });
  await expect(number).toContainText(/“Z, één nul nul, /);
  await number.getByRole('checkbox', { name: text('caseNumber.readBack') }).click();
  await expect(number).toContainText(/Voorgelezen om/);
  await dialog.getByRole('checkbox', { name: /Zending opzoeken bij de vervoerder/ }).click();
  await expect(dialog).toContainText('1 van 3 stappen gedaan');
  await expect(dialog).toContainText(/Uw klacht is bij de dienst Leveringen; u krijgt uiterlijk .+ antwoord\./);
  await dialog.getByRole('button', { name: text('followUp.done') }).click();

  await keyboard.press('F10');
  await keyboard.type('Terugbellen over de nieuwe leverdag');
  await keyboard.press('Enter');
  const agreed = page.getByRole('region', { name: text('promise.ledger') });
  await expect(agreed).toContainText('Terugbellen over de nieuwe leverdag');

  await workspace.hangUp();
  await workspace.inWrapUp();
  await workspace.chooseFirstOutcome();
  await workspace.wrapUpBar.getByRole('button', { name: text('wrapup.close') }).click();
  const mine = questions.getByRole('button', { name: text('question.mine') });
  await expect(mine).toBeFocused();
  await keyboard.press('Enter');
  await expect(questions).toContainText(text('question.assigned'));
  await workspace.close();
  await expect.poll(async () => (await central.rows('question')).map(({ state }) => state)).toEqual(['assigned']);
  const cases = await central.rows('case');
  expect(cases.map(({ kind }) => kind).toSorted()).toEqual(['complaint', 'question']);
  expect(cases.find(({ kind }) => kind === 'complaint')).toMatchObject({ caseNumber: expect.stringMatching(/^Z-\d{6}$/), readBackAt: expect.any(String) });

  await workspace.isAvailable();
  await converse(workspace, customer);
  await expect(agreed).toContainText('Terugbellen over de nieuwe leverdag');
  await expect(agreed).toContainText(/Uw klacht is bij de dienst Leveringen/);
});
