import { existsSync, readFileSync } from 'node:fs';
import type { Customer } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { saveAs } from './support/save-as.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
test.use({ desk: 'shared' });

/** The customer of the tests' centre who has a second file. */
const griet = 3;

const twinId = newId();
const numberOf = (rows: readonly Customer[] | undefined, id: string): string => String(rows?.find((row) => row.id === id)?.customerNumber);

// Before Balie is started, so that its first synchronisation brings both files.
test.beforeAll(async ({ central }) => {
  const { id, phone } = central.centre.customers[griet]!;
  const first = central.centre.rows.customer!.find((row) => row.id === id)!;
  const twin: Customer = { ...first, id: twinId, customerNumber: 'BE-209999', birthDate: null, segment: 'new' };
  await central.central.import({ customer: [twin], contactPoint: [{ id: newId(), version: 0, updatedAt: first.updatedAt, customerId: twinId, kind: 'mobile', value: phone, preferred: true }] });
  await central.central.admin.setDuty(central.username, 'privacy', true);
});

test.afterEach(async ({ central }) => central.gate.restore());

test("the customer's file: chosen while it rings, corrected, changed by two at once, merged and taken apart, erased", async ({ balie, workspace, customerNumber, central }) => {
  const { page } = workspace;
  const known = central.centre.customers[griet]!;
  const name = page.getByRole('textbox', { name: text('customer.familyName'), exact: true });

  await test.step('two files have the number: one key chooses, before anybody answers', async () => {
    const caller = await customerNumber(griet);
    await caller.call(queueNumber);
    const choice = page.getByRole('list', { name: text('customer.candidates') });
    await expect(choice.getByRole('button')).toHaveCount(2);
    await expect(choice).toContainText(text('reason.mobile'));
    const place = (await choice.getByRole('button').allTextContents()).findIndex((shown) => shown.includes(numberOf(central.centre.rows.customer, known.id)));
    await page.keyboard.press(`Control+${place + 1}`);
    await expect(name).toHaveValue(known.familyName);
    await workspace.answer();
    await workspace.inConversation();
  });

  await test.step('a correction keeps what stood there, and goes back by key', async () => {
    await name.fill('Maas');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text('customer.unchanged'))).toBeVisible();
    await name.focus();
    await page.keyboard.press('Control+h');
    const history = page.getByRole('dialog');
    await expect(history.getByRole('listitem')).toContainText(known.familyName);
    await history.getByRole('button', { name: text('correction.putBack') }).click();
    await expect(name).toHaveValue(known.familyName);
  });

  await test.step('a colleague changed the same field while central could not be reached: nothing is overwritten before the operator chooses', async () => {
    const before = (await central.rows('customer')).find(({ id }) => id === known.id)!;
    await central.gate.close();
    await name.fill('Maesen');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text('customer.unchanged'))).toBeVisible();
    await central.colleagueChanges('customer', before, { familyName: 'Maes-Devos' });
    await central.gate.open();
    await page.keyboard.press('Control+d');
    const conflict = page.getByRole('list', { name: text('unsent.title') }).getByRole('listitem');
    await expect(conflict).toContainText(text('unsent.was').replace('{{value}}', known.familyName), { timeout: 30_000 });
    await expect(conflict.getByRole('radio', { name: /Maesen/ })).toBeVisible();
    expect((await central.rows('customer')).find(({ id }) => id === known.id)?.familyName).toBe('Maes-Devos');
    await conflict.getByRole('radio', { name: /Maesen/ }).press('ArrowDown');
    await page.getByRole('button', { name: text('unsent.resolve') }).click();
    await expect(page.getByText(text('unsent.none'))).toBeVisible();
    await expect(page.getByRole('table')).toContainText('Maesen');
    await page.keyboard.press('Control+d');
    await expect(name).toHaveValue('Maes-Devos');
    await name.fill(known.familyName);
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await central.rows('customer')).find(({ id }) => id === known.id)?.familyName).toBe(known.familyName);
  });

  await test.step('the double file is found, merged, and taken apart', async () => {
    await page.getByRole('button', { name: text('duplicate.compare') }).click();
    await page.getByRole('dialog').getByRole('button', { name: text('duplicate.merge'), exact: true }).click();
    await expect(page.getByText(text('duplicate.compare'))).toBeHidden();
    await expect.poll(async () => (await central.rows('customer')).find(({ id }) => id === twinId)?.archived).toBe(true);
    await page.getByRole('button', { name: text('duplicate.undo') }).click();
    await expect.poll(async () => (await central.rows('customer')).find(({ id }) => id === twinId)?.archived).toBe(false);
  });

  await test.step('what central keeps of them is handed out in one file, to who has the duty and says why', async () => {
    await page.keyboard.press('Control+2');
    const ask = page.getByRole('button', { name: text('person.export'), exact: true });
    const question = page.getByRole('dialog');
    const carryOut = question.getByRole('button', { name: text('person.exportConfirm') });
    const file = await saveAs(balie, 'gegevens.json');
    await central.central.admin.setDuty(central.username, 'privacy', false);
    await ask.click();
    await expect(carryOut).toBeDisabled();
    await question.getByLabel(text('person.reason')).fill('verzoek 2026-13');
    await carryOut.click();
    await expect(page.getByText(text('errors.customer.not-allowed'))).toBeVisible();
    expect(existsSync(file)).toBe(false);
    await central.central.admin.setDuty(central.username, 'privacy', true);
    await carryOut.click();
    await expect(question).toBeHidden();
    const handedOut = readFileSync(file, 'utf8');
    expect(JSON.parse(handedOut)).toBeInstanceOf(Object);
    for (const theirs of [known.id, known.familyName, known.phone]) expect(handedOut).toContain(theirs);
    expect(handedOut).not.toContain(central.centre.customers[0]!.id);
  });

  await test.step('erased at central, gone from the screen and from the search', async () => {
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: text('person.erase'), exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByLabel(text('person.reason')).fill('verzoek 2026-14');
    await question.getByRole('button', { name: text('person.eraseConfirm') }).click();
    await expect(page.getByRole('searchbox', { name: text('customer.search') })).toBeVisible();
    await expect(page.getByText(numberOf(central.centre.rows.customer, known.id))).toBeHidden();
    expect((await central.rows('customer')).map(({ id }) => id)).not.toContain(known.id);
  });
});

test('an unknown number is created in one step, by key, and is known at its next call', async ({ workspace, lab, central }) => {
  const { page } = workspace;
  const number = '+32472998877';
  const caller = await lab.caller({ user: number });
  await caller.call(queueNumber);
  await expect(page.getByRole('heading', { name: text('customer.new') })).toBeVisible();
  await page.keyboard.press('Alt+a');
  await workspace.inConversation();
  await page.getByRole('textbox', { name: text('customer.familyName'), exact: true }).fill('Verstraeten');
  await page.keyboard.press('Enter');
  const isAtCentral = async (): Promise<boolean> => {
    const made = (await central.rows('customer')).find(({ familyName }) => familyName === 'Verstraeten');
    return (await central.rows('contactPoint')).some(({ customerId, value }) => customerId === made?.id && value === number);
  };
  await expect.poll(isAtCentral, { timeout: 10_000 }).toBe(true);
  await workspace.hangUp();
  await workspace.wrapUp({ outcome: 'Klacht genoteerd', sentence: 'Klacht over levering.' });
  await caller.call(queueNumber);
  await workspace.rings(/Verstraeten/);
  await caller.stop();
});
