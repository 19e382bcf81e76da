import { violations } from './support/axe.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.use({ centre: { queue: { identity: { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 1, financial: 2, health: 0 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' } } } });

test('who calls is asked by keyboard alone: masked, a wrong answer, the right ones, then the file', async ({ workspace, customer, central }) => {
  const { page } = workspace;
  const { keyboard } = page;
  const gate = page.getByRole('region', { name: text('identity.title') });
  const street = page.getByRole('textbox', { name: new RegExp(`^${text('customer.street')}`) });
  const asked = (check: string) => gate.getByRole('textbox', { name: text(`identity.check.${check}`) });
  await converse(workspace, customer);
  await expect(gate).toContainText(text('identity.status.asking'));
  await expect(street).toHaveValue('•••');
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole('textbox', { name: text('customer.familyName'), exact: true })).toHaveValue(central.centre.customers[0]!.familyName);
  await keyboard.press('Control+4');
  await expect(page.getByText(text('identity.lockedHere'))).toBeVisible();

  await workspace.note.focus();
  await keyboard.press('Control+7');
  await expect(asked('birthDate')).toBeFocused();
  await keyboard.press('Escape');
  await expect(workspace.note).toBeFocused();
  await keyboard.press('Control+7');
  await keyboard.type('1 januari 1970');
  await keyboard.press('Enter');
  await expect(gate).toContainText('Dat klopt niet. Nog 2 pogingen.');
  await keyboard.type('12 april 1980');
  await keyboard.press('Enter');
  await expect(asked('postcode')).toBeFocused();
  await keyboard.type('9000');
  await keyboard.press('Enter');
  await expect(gate).toBeHidden();
  await expect(workspace.note).toBeFocused();
  await keyboard.press('Control+1');
  await expect(street).toHaveValue('Coupure Links');
  await expect(page.getByText(/^Klant gecontroleerd/)).toBeVisible();
  await expect.poll(async () => (await central.rows('identityCheck')).map(({ kind, check }) => `${kind} ${check}`)).toEqual(['wrong birthDate', 'passed birthDate', 'passed postcode']);
});
