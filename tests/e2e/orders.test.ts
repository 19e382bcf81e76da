import { readFileSync } from 'node:fs';
import { newId } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/ordering/calendar.ts';
import { slotRow } from '../fixtures/ordering.ts';
import { converse } from './support/calls.ts';
import { saveAs } from './support/save-as.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.use({ centre: { offers: true } });

/** The driver comes by in the morning, on a day that every delivery can make. */
const morning = slotRow({ kind: 'delivery', title: { nl: 'Voormiddag' }, day: addDays(new Date().toISOString().slice(0, 10), 21), from: '09:00', until: '12:00' });
/** Where the customer works: goods can go there too. */
const work = { street: 'Kerkstraat', houseNumber: '12', box: null, postcode: '8000', town: 'Brugge', country: 'BE' };
test.beforeAll(async ({ central }) => {
  const address = { ...work, id: newId(), version: 0, updatedAt: new Date().toISOString(), customerId: central.centre.customers[0]!.id, kind: 'billing' as const };
  await central.central.import({ capacitySlot: [morning], address: [address] });
});

test.afterEach(async ({ central }) => central.gate.restore());

test('an order is placed during a call by keyboard alone, confirmed by central, and told in one line, and only then something is offered, once; without central it is provisional, refused in words once it is back because a colleague took the last ones, mended, and confirmed; pieces are taken out of one that is not packed, and it goes to another address', async ({ balie, workspace, customer, central }) => {
  const { page } = workspace;
  const { keyboard } = page;
  const find = page.getByRole('combobox', { name: text('order.find') });
  /** From the search for a product to the key that places the order. */
  async function order(words: string, quantity: string): Promise<void> {
    await keyboard.press('Control+4');
    await expect(find).toBeVisible();
    await keyboard.press('Control+4');
    await expect(find).toBeFocused();
    await keyboard.type(words);
    await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('spinbutton', { name: /^Aantal van/ })).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type(quantity);
    await keyboard.press('Control+6');
    await expect(page.getByRole('checkbox')).toBeFocused();
    await keyboard.press('Space');
    await expect(page.getByRole('checkbox')).toBeChecked();
    await keyboard.press('Control+6');
  }
  const offer = page.getByRole('status', { name: text('offer.title'), exact: true });
  await converse(workspace, customer);
  await expect(workspace.answers.first()).toBeVisible();
  await expect(offer).toBeHidden();
  await order('proefdoos', '2');
  await expect(page.getByText(/^O-\d{6}$/)).toBeVisible();
  await expect(page.getByText(/^“Uw bestelling van vandaag is bevestigd; u krijgt ze/)).toBeVisible();
  expect(await central.rows('order')).toMatchObject([{ state: 'confirmed', totalCents: 10_800, customerId: central.centre.customers[0]!.id }]);

  await expect(offer).toContainText('Bestelt wijn en nam nog nooit kaas.');
  await expect(offer).toContainText('Bij uw wijn past onze kaasplank voor vier');
  await keyboard.press('F12');
  await expect(page.getByText(text('done.offerRefused'))).toBeVisible();
  await expect(offer).toBeHidden();

  await central.gate.close();
  await workspace.isOffline();
  await order('proefdoos', '1');
  await expect(page.getByText(text('order.state.provisional'), { exact: true })).toBeVisible();
  await expect(page.getByText(/^“Uw bestelling van vandaag is voorlopig genoteerd/)).toBeVisible();
  // Meanwhile a colleague took all that was left: it is said what is wrong, and what to do about it.
  const giveBack = await central.colleagueHolds(central.centre.shop.product[0]!.id, 38);
  await central.gate.open();
  await expect(page.getByText(text('order.state.refused'), { exact: true })).toBeVisible({ timeout: 30_000 });
  const gone = page.getByText(text('order.problem.stock-gone', { name: 'Proefdoos Loire', count: 0 }));
  await expect(gone).toBeVisible();
  await expect(page.getByText(text('order.refused'), { exact: true })).toBeVisible();
  expect(await central.rows('order')).toHaveLength(1);
  await giveBack();
  await page.getByRole('button', { name: text('order.revise'), exact: true }).click();
  await expect(page.getByRole('spinbutton', { name: /^Aantal van/ })).toHaveValue('1');
  await expect(gone).toBeHidden();
  await keyboard.press('Control+6');
  await expect(page.getByText(text('order.state.confirmed'), { exact: true })).toHaveCount(2);
  await expect(page.getByText(/^O-\d{6}$/)).toHaveCount(2);
  expect((await central.rows('order')).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  await expect(offer).toBeHidden();

  // The customer wants one box less of the first: what it comes to is seen, passed on by keyboard, and free at central.
  const first = (await central.rows('order')).find(({ totalCents }) => totalCents === 10_800)!;
  await page.getByRole('listitem').filter({ hasText: first.number! }).getByRole('button', { name: text('order.less'), exact: true }).press('Enter');
  const less = page.getByRole('form', { name: text('order.lessLines') });
  await expect(less.getByRole('spinbutton')).toBeFocused();
  await keyboard.type('1');
  await expect(less).toContainText('60,95');
  await keyboard.press('Enter');
  await expect(page.getByText(/Ze is vandaag aangepast: 1 Proefdoos Loire in plaats van 2\.”$/)).toBeVisible();
  await expect(less).toBeHidden();
  expect((await central.rows('order')).find(({ id }) => id === first.id)).toMatchObject({ state: 'confirmed', totalCents: 6_095, lines: [{ quantity: 1 }] });
  expect((await central.rows('stock')).find(({ productId }) => productId === central.centre.shop.product[0]!.id)).toMatchObject({ allocated: 2, held: 0 });

  // They are at work all week: it goes there, by keyboard, and the history has where it was to go.
  await page.getByRole('listitem').filter({ hasText: first.number! }).getByRole('button', { name: text('order.redirect'), exact: true }).press('Enter');
  const redirect = page.getByRole('form', { name: text('order.redirectForm') });
  await expect(redirect.getByRole('combobox', { name: text('order.address') })).toBeFocused();
  await keyboard.type('Kerk');
  await expect(redirect.getByRole('button', { name: text('order.lessNow') })).toBeEnabled();
  await expect(redirect).toContainText('60,95');
  await keyboard.press('Enter');
  await expect(page.getByText(/Ze is vandaag aangepast: levering op Kerkstraat 12, 8000 Brugge in plaats van op Coupure Links 48, 9000 Gent\.”$/)).toBeVisible();
  await expect(redirect).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: first.number! }).getByRole('button', { name: text('order.redirect'), exact: true })).toBeFocused();
  expect((await central.rows('order')).find(({ id }) => id === first.id)).toMatchObject({ state: 'confirmed', delivery: work, totalCents: 6_095 });

  // Who refused cheese is offered something else in the next call, and what is taken is a line of the order in the making.
  await workspace.hangUp();
  await workspace.chooseFirstOutcome();
  await workspace.close();
  await workspace.isAvailable();
  await converse(workspace, customer);
  await order('proefdoos', '1');
  await expect(offer).toContainText('Onze kelnersmessen zijn net binnen');
  await keyboard.press('F11');
  await expect(page.getByRole('spinbutton', { name: 'Aantal van Kurkentrekker Classic' })).toHaveValue('1');
  await expect(offer).toBeHidden();
  // Urgent, in a window of the driver's: as it was chosen on screen it stands at central.
  await page.getByRole('combobox', { name: text('order.priority'), exact: true }).selectOption('urgent');
  await page.getByRole('combobox', { name: text('order.window'), exact: true }).selectOption(morning.id);
  await keyboard.press('Control+6');
  await expect(page.getByRole('checkbox')).toBeFocused();
  await keyboard.press('Space');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await keyboard.press('Control+6');
  await expect.poll(async () => (await central.rows('order')).filter(({ priority, slotId, state }) => priority === 'urgent' && slotId === morning.id && state === 'confirmed').length).toBe(1);
  await expect.poll(async () => (await central.rows('offerAnswer')).map(({ answer }) => answer)).toEqual(['no', 'yes']);

  // The latest one on paper: pages of A4.
  const file = await saveAs(balie, 'bestelling.pdf');
  await page.getByRole('button', { name: new RegExp(`^${text('print.pdf')} O-`) }).first().click();
  await expect(page.getByText(text('done.pdfSaved'))).toBeVisible();
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});
