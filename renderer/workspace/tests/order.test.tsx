import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const customer = sampleId(5, 1);

interface Begun {
  readonly scene: Scene;
  readonly user: UserEvent;
  readonly quantity: HTMLInputElement;
}

/** While a known customer rings: the order is opened and a box found in it, by keyboard alone. */
async function orderWithOneBox(): Promise<Begun> {
  const scene = sceneNamed('ringing-known');
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Links');
  await user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('combobox', { name: 'Artikel zoeken' });
  await user.keyboard('{Control>}4{/Control}proefdoos');
  await screen.findByRole('option', { name: /Proefdoos Loire/ });
  await user.keyboard('{Enter}');
  return { scene, user, quantity: await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' }) };
}

test('Enter right behind the last letter takes the article that was typed, also before the list is there', async () => {
  const { user } = await openWorkspace(sceneNamed('ringing-known'));
  await screen.findByDisplayValue('Coupure Links');
  await user.keyboard('{Control>}4{/Control}');
  const box = await screen.findByRole('combobox', { name: 'Artikel zoeken' });
  // In one task: no answer can have come between.
  fireEvent.change(box, { target: { value: 'proefdoos' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(await screen.findByRole('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' })).toBeTruthy();
});

test('an order is made and placed with the keyboard alone', async () => {
  const { scene, user, quantity } = await orderWithOneBox();
  expect(await screen.findByText(/vastgehouden 0\d:\d\d/)).toBeTruthy();
  await user.keyboard('{Tab}');
  await waitFor(() => expect(document.activeElement).toBe(quantity));
  await user.keyboard('2');
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)).toMatchObject({ lines: [{ quantity: 2 }], totalCents: 10_800 }));
  // Nothing is placed before the terms were heard; the key leads to the first that was not.
  await user.keyboard('{Control>}6{/Control}');
  const terms = await screen.findAllByRole('checkbox');
  await waitFor(() => expect(document.activeElement).toBe(terms[0]));
  expect(screen.getByText(/Lees “Levering en terugzending” voor/)).toBeTruthy();
  await user.keyboard(' {Tab} ');
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.terms).toHaveLength(2));
  expect(screen.getByText(/^“Als u nu bestelt, krijgt u uw bestelling/)).toBeTruthy();
  await user.keyboard('{Control>}6{/Control}');
  expect(await screen.findByText('O-100201')).toBeTruthy();
  expect(screen.getByText(/^“Uw bestelling van vandaag is bevestigd; u krijgt ze/)).toBeTruthy();
  expect(scene.store.shop.orders[0]?.order).toMatchObject({ totalCents: 10_800, lines: [{ quantity: 2 }] });
});

/** Somebody corrects the address of the customer on the line. */
function corrected({ store }: Scene): void {
  const file = [...store.files.values()].find((each) => each.customer?.customer.id === customer)!;
  const next = { ...file.customer!, addresses: file.customer!.addresses.map((address) => ({ ...address, street: 'Kerkstraat', houseNumber: '12' })) };
  store.customers.set(customer, next);
  store.files.set(file.interaction.id, { ...file, customer: next });
  store.server.emit('interaction.changed', { id: file.interaction.id });
}

test.each([
  ['Nieuw adres nemen', 'Kerkstraat', 'Zo laten'],
  ['Zo laten', 'Coupure Links', 'Nieuw adres nemen'],
])('an address that was corrected in the file while the order was made is asked about before it is placed: %s', async (choice, street, other) => {
  const { scene, user } = await orderWithOneBox();
  for (const box of await screen.findAllByRole('checkbox')) await user.click(box);
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.terms).toHaveLength(2));
  corrected(scene);
  const asks = await screen.findByRole('button', { name: choice });
  expect(screen.getByText(/^De bestelling gaat naar Coupure Links 48, 9000 Gent; in het dossier staat nu Kerkstraat 12, 9000 Gent/)).toBeTruthy();
  // The key that places it leads to the question.
  await user.keyboard('{Control>}6{/Control}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Nieuw adres nemen'));
  expect(scene.store.shop.orders.filter(({ order }) => order.state !== 'draft' && order.number === 'O-100201')).toEqual([]);
  await user.click(asks);
  await waitFor(() => expect(screen.queryByRole('button', { name: other })).toBeNull());
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.delivery).toMatchObject({ street }));
  await user.keyboard('{Control>}6{/Control}');
  expect(await screen.findByText('O-100201')).toBeTruthy();
  expect(scene.store.shop.orders[0]?.order.delivery).toMatchObject({ street });
});

test('the key that places an order, pressed right behind the last word of the note, waits for it; what is taken out is put back by Ctrl+Z', async () => {
  const { scene, user, quantity } = await orderWithOneBox();
  // Emptied, it stays empty until a number is typed.
  await user.click(quantity);
  await user.keyboard('{Backspace}');
  expect(quantity.value).toBe('');
  await user.keyboard('3');
  expect(quantity.value).toBe('3');
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)).toMatchObject({ lines: [{ quantity: 3 }] }));

  await user.click(screen.getByRole('button', { name: 'Proefdoos Loire (6 fl.) verwijderen' }));
  const putBack = await screen.findByRole('button', { name: /^Terugzetten/ });
  await waitFor(() => expect(document.activeElement).toBe(putBack));
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.lines).toEqual([]));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)).toMatchObject({ lines: [{ quantity: 3 }] }));
  await user.click(screen.getByRole('button', { name: 'Weggooien' }));
  await screen.findByText('De bestelling is weggegooid.');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)).toMatchObject({ lines: [{ quantity: 3 }] }));
  expect(screen.queryByRole('button', { name: /^Terugzetten/ })).toBeNull();

  for (const term of await screen.findAllByRole('checkbox')) await user.click(term);
  await user.click(screen.getByRole('textbox', { name: 'Opmerking bij de bestelling' }));
  await user.keyboard('Achterom, poort is open{Control>}6{/Control}');
  expect(await screen.findByText('O-100201')).toBeTruthy();
  expect(scene.store.shop.orders[0]?.order).toMatchObject({ note: 'Achterom, poort is open', lines: [{ quantity: 3 }] });
});

test('without central everything says that it is provisional', async () => {
  const scene = sceneNamed('ringing-known');
  scene.store.shop.online = false;
  scene.store.status = { ...scene.store.status, state: 'offline' };
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Links');
  await user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('combobox', { name: 'Artikel zoeken' });
  await user.keyboard('{Control>}4{/Control}kurken');
  await screen.findByRole('option', { name: /Kurkentrekker/ });
  await user.keyboard('{Enter}');
  expect(await screen.findByText('voorlopig: nog niet vastgehouden')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Voorlopig plaatsen' })).toBeTruthy();
  expect(screen.getByText(/^“Ik noteer uw bestelling voorlopig/)).toBeTruthy();
});

test('the catalogue opens by its key, is searched, and shows what belongs to a product', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}m{/Control}');
  const search = await screen.findByRole('searchbox', { name: 'Artikel zoeken' });
  await user.type(search, 'herfst');
  const list = await screen.findByRole('list', { name: 'Artikels' });
  await waitFor(() => expect(within(list).getAllByRole('button')).toHaveLength(1));
  const sheet = await screen.findByRole('article');
  await waitFor(() => expect(sheet.textContent).toContain('Herfstactie'));
  expect(sheet.textContent).toContain('21%');
});
