import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shippedScript } from '../fixtures/centre.ts';
import { violations } from './support/axe.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

const shipped = shippedScript('bestelling-wijnabonnement.nl');
const cardField = { key: 'kaart', label: 'Kaartnummer', type: 'payment' as const, sensitive: true };
const script = { ...shipped, steps: shipped.steps.map((step) => (step.key === shipped.start ? { ...step, fields: [cardField] } : step)) };

test.use({ centre: { script, policy: { recording: 'on-demand' }, queue: { identity: { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 1, financial: 2, health: 0 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' } } } });

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

  await keyboard.press('F4');
  await expect(page.getByRole('heading', { level: 1, name: text('figures.title'), exact: true })).toBeVisible();
  await keyboard.press('F5');
  await expect(page.getByText(text('trail.intro'))).toBeHidden();
});

test('a team lead reads who was asked what, and opens the conversation; an operator has no such page, and central tells them nothing of others', async ({ launch, customer, central }) => {
  const asAn = await central.asColleague('an.wouters', 'An Wouters');
  expect(await asAn('/v1/identity-checks')).toMatchObject({ items: [] });
  await central.central.admin.setAccess(central.username, { role: 'team-lead' });
  const { workspace } = await launch({ enrol: await central.enrolment() });
  await workspace.becomesAvailable();
  const { page } = workspace;
  const { keyboard } = page;
  await converse(workspace, customer);
  await keyboard.press('Control+7');
  for (const [check, said] of [['birthDate', '1 januari 1970'], ['birthDate', '12 april 1980'], ['postcode', '9000']] as const) {
    await expect(page.getByRole('region', { name: text('identity.title') }).getByRole('textbox', { name: text(`identity.check.${check}`) })).toBeFocused();
    await keyboard.type(said);
    await keyboard.press('Enter');
    if (said.endsWith('1970')) await expect(page.getByText('Dat klopt niet. Nog 2 pogingen.')).toBeVisible();
  }
  await expect(page.getByText(/^Klant gecontroleerd/)).toBeVisible();
  await expect.poll(async () => (await central.rows('identityCheck')).length).toBeGreaterThanOrEqual(3);
  await workspace.isSynced();
  const line = (check: string, kind: string): RegExp => new RegExp(`Liesbeth Van Damme.*${central.centre.customers[0]!.name}.*${text(`identity.check.${check}`)}.*${text(`trail.kind.${kind}`)}`);
  await keyboard.press('F4');
  await expect(page.getByRole('heading', { level: 1, name: text('figures.allTitle'), exact: true })).toBeVisible();
  await keyboard.press('F5');
  await keyboard.press('F5');
  const trail = page.getByRole('table', { name: text('trail.title') });
  const lines = trail.locator('tr[data-line]');
  // This conversation's come first; those of others before it follow.
  await expect(lines.nth(0)).toHaveText(line('postcode', 'passed'));
  await expect(lines.nth(1)).toHaveText(line('birthDate', 'passed'));
  await expect(lines.nth(2)).toHaveText(line('birthDate', 'wrong'));
  await lines.nth(2).getByRole('button').focus();
  await keyboard.press('Enter');
  const conversation = page.getByRole('region', { name: text('trail.conversation') });
  await expect(conversation).toContainText(central.centre.queue.name);
  expect(await violations(page)).toEqual([]);
  await conversation.getByRole('button', { name: text('trail.file', { name: central.centre.customers[0]!.name }) }).click();
  await page.getByRole('button', { name: text('trail.show') }).click();
  await expect(lines.nth(2)).toHaveText(new RegExp(`Liesbeth Van Damme.*${text('identity.check.birthDate')}.*${text('trail.kind.wrong')}`));
  const [told] = await central.rows('identityCheck');
  expect(await asAn(`/v1/identity-checks/${told!.id}`)).toMatchObject({ status: 404 });
  expect(await asAn('/v1/identity-checks')).toMatchObject({ items: [] });
});

test('who answers wrongly too often stays unknown, and what is done instead is noted; a card number is masked, not recorded, and nowhere afterwards', async ({ launch, profile, customer, central }) => {
  const balie = await launch({ profile, enrol: await central.enrolment() });
  const { workspace } = balie;
  const { page } = workspace;
  const { keyboard } = page;
  const gate = page.getByRole('region', { name: text('identity.title') });
  await workspace.becomesAvailable();
  await converse(workspace, customer);

  await keyboard.press('Control+7');
  await expect(gate.getByRole('textbox', { name: text('identity.check.birthDate') })).toBeFocused();
  for (const left of ['Nog 2 pogingen.', 'Nog 1 poging.']) {
    await keyboard.type('1 januari 1970');
    await keyboard.press('Enter');
    await expect(gate).toContainText(left);
  }
  await keyboard.type('1 januari 1970');
  await keyboard.press('Enter');
  await expect(gate).toContainText(text('identity.status.failed'));
  await expect(gate.getByRole('textbox')).toHaveCount(0);
  await expect(gate.getByRole('button', { name: text('identity.way.call-back') })).toBeFocused();
  await keyboard.press('Enter');
  await expect(gate).toContainText(text('identity.chosen.call-back'));
  await expect(page.getByRole('textbox', { name: new RegExp(`^${text('customer.street')}`) })).toHaveValue('•••');
  await expect.poll(async () => (await central.rows('promise')).map((promise) => promise.text)).toContain(text('identity.promise'));

  const recording = workspace.strip.getByRole('group', { name: text('recording.label') });
  await keyboard.press('Alt+p');
  await expect(recording).toContainText(text('recording.running'));
  const card = page.getByLabel('Kaartnummer');
  await card.click();
  await expect(recording).toContainText(text('recording.pausedByField'));
  await keyboard.type('4111 1111 1111 1111');
  await expect(card).toHaveAttribute('type', 'password');
  await workspace.note.click();
  await expect(card).toHaveValue('');
  await expect(page.getByText(text('script.paymentGiven'))).toBeVisible();
  await expect(recording).toContainText(text('recording.running'));
  await workspace.hangUp();
  await workspace.wrapUp({ outcome: 'Bestelling geplaatst' });
  await workspace.isSynced();
  await expect.poll(async () => (await central.rows('interaction')).at(-1)?.captured['kaart']).toBe('•••');
  await balie.stop();

  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((file) => join(profile, file)).filter((file) => statSync(file).isFile());
  expect(files.some((file) => file.endsWith('.log'))).toBe(true);
  const holdsNumber = (bytes: Buffer | string): boolean => ['4111111111111111', '4111 1111 1111 1111'].some((number) => bytes.includes(number));
  expect(files.filter((file) => holdsNumber(readFileSync(file)))).toEqual([]);
  expect(central.gate.passed.filter(({ body }) => holdsNumber(body))).toEqual([]);
});
