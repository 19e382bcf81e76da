import type { Interaction } from '#shared/domain/entities.ts';
import { toInput } from '../../renderer/workspace/features/casework/due-input.ts';
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
  // Follow-up is made in the same step: from the wrap-up, and back to it.
  await keyboard.press('F10');
  await keyboard.type('Kredietnota nakijken');
  await keyboard.press('Enter');
  await expect(agreed).toContainText('Kredietnota nakijken');
  await workspace.chooseFirstOutcome();
  await workspace.wrapUpBar.getByRole('button', { name: text('wrapup.close') }).click();
  const takeOn = questions.getByRole('button', { name: text('question.mine') });
  await expect(takeOn).toBeFocused();
  // Nobody has the question: the conversation is still here, and central has none that was closed.
  await workspace.inWrapUp();
  expect(await central.rows('interaction')).toEqual([]);
  await keyboard.press('Enter');
  await expect(questions).toContainText(text('question.assigned'));
  await workspace.close();
  await expect.poll(async () => (await central.rows('question')).map(({ state }) => state)).toEqual(['assigned']);
  const cases = await central.rows('case');
  expect(cases.map(({ kind }) => kind).toSorted()).toEqual(['complaint', 'question']);
  expect(cases.find(({ kind }) => kind === 'complaint')).toMatchObject({ caseNumber: expect.stringMatching(/^Z-\d{6}$/), readBackAt: expect.any(String) });

  const [{ id: interactionId, endedAt }] = (await central.rows('interaction')) as [Interaction];
  const promises = () => central.rows('promise');
  await expect.poll(async () => (await promises()).find((promise) => promise.text === 'Kredietnota nakijken')).toMatchObject({ interactionId, state: 'open' });
  const after = Date.parse(endedAt ?? '');
  const [asked] = cases.filter(({ kind }) => kind === 'question');
  expect(asked).toMatchObject({ interactionId, subject: 'Wanneer komt de kredietnota?', state: 'open', dueAt: expect.any(String), ownerId: expect.any(String) });
  expect(Date.parse(asked!.openedAt)).toBeGreaterThan(after);
  const [made] = (await promises()).filter((promise) => promise.text === 'Kredietnota nakijken');
  expect(Date.parse(made!.madeAt)).toBeGreaterThan(after);

  await workspace.isAvailable();
  await converse(workspace, customer);
  await expect(agreed).toContainText('Terugbellen over de nieuwe leverdag');
  await expect(agreed).toContainText(/Uw klacht is bij de dienst Leveringen/);

  // In three hours: early enough for what is normal, not for what matters more.
  const warning = page.getByRole('button', { name: /bijna te doen|te laat/ });
  const note = async (words: string, inMinutes: number, priority: string): Promise<void> => {
    await keyboard.press('F10');
    await keyboard.type(words);
    await dialog.getByLabel(text('followUp.due')).fill(toInput(new Date(Date.now() + inMinutes * 60_000).toISOString()));
    await dialog.getByLabel(text('priority.label')).selectOption(priority);
    await dialog.getByRole('button', { name: text('promise.save') }).click();
    await expect(agreed).toContainText(words);
  };
  await note('Sleutel opsturen', 180, 'normal');
  await expect(warning).toBeHidden();
  await note('Dokter verwittigen', 180, 'high');
  await expect(warning).toContainText('1 bijna te doen');
  await note('Vanmorgen beloofd', -60, 'low');
  await expect(warning).toContainText('1 te laat');

  await keyboard.press('Control+F10');
  const work = page.getByRole('list', { name: text('work.title') }).getByRole('listitem');
  await expect(work.filter({ hasText: 'Sleutel' })).toBeVisible();
  await expect(work).toContainText([/Vanmorgen beloofd/, /Dokter verwittigen/]);
  const late = work.filter({ hasText: 'Vanmorgen beloofd' });
  const owner = async () => (await promises()).find((promise) => promise.text === 'Vanmorgen beloofd')?.ownerId;
  await expect.poll(owner).toEqual(expect.any(String));
  const mine = await owner();
  await late.getByRole('combobox', { name: /^Wie volgt op/ }).selectOption({ label: text('due.nobodys') });
  await expect.poll(owner).toBeNull();
  await late.getByRole('button', { name: text('work.take') }).press('Enter');
  await expect.poll(owner).toBe(mine);
});
