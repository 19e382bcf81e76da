import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { withMoved } from '../../../tests/workspace-preview/order-scenes.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const customer = sampleId(5, 1);

async function atOrders(scene = sceneNamed('ringing-known')) {
  const opened = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Links');
  await opened.user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('combobox', { name: 'Artikel zoeken' });
  return { scene, ...opened };
}

/** As the store announces what it wrote, and what came from central. */
function changed(scene: Scene): void {
  act(() => scene.store.server.emit('catalogue.changed', {}));
}

async function addBox(user: Awaited<ReturnType<typeof openWorkspace>>['user']): Promise<void> {
  await user.keyboard('{Control>}4{/Control}proefdoos');
  await screen.findByRole('option', { name: /Proefdoos Loire/ });
  await user.keyboard('{Enter}');
  await screen.findByRole('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' });
}

test('places are reserved and said; what is full cannot be; they are cancelled, and one that central refused is understood', async () => {
  const { scene, user } = await atOrders();
  const box = within(await screen.findByRole('region', { name: 'Reservaties' }));
  const seats = await box.findByRole<HTMLInputElement>('spinbutton', { name: 'Personen' });
  await user.clear(seats);
  await user.type(seats, '4');
  const reserve = box.getByRole<HTMLButtonElement>('button', { name: 'Reserveren' });
  expect(reserve.disabled).toBe(true);
  expect(box.getByText('Er zijn nog 3 plaatsen vrij: kies een ander moment of minder plaatsen.')).toBeTruthy();
  await user.clear(seats);
  await user.type(seats, '3{Enter}');
  await waitFor(() => expect(scene.store.shop.reservations).toHaveLength(1));
  changed(scene);
  expect(await box.findByText('R-100044')).toBeTruthy();
  expect(box.getByText('bevestigd')).toBeTruthy();
  expect(scene.store.shop.reservations[0]?.reservation).toMatchObject({ seats: 3, customerId: customer });
  // Nothing of the form is left to finish; as many stand there for the next one.
  await waitFor(() => expect(scene.store.drafts.get(customer) ?? {}).toEqual({}));
  expect(seats.value).toBe('3');
  await user.click(box.getByRole('button', { name: 'Annuleren' }));
  await waitFor(() => expect(scene.store.shop.reservations[0]?.reservation.state).toBe('cancelled'));
  changed(scene);
  expect(await box.findByText('geannuleerd')).toBeTruthy();
  expect(box.queryByRole('button', { name: 'Annuleren' })).toBeNull();
});

test('a reservation that central could not take says what to do, and goes when it is understood', async () => {
  const scene = sceneNamed('ringing-known');
  const shop = scene.store.shop.handlers();
  const [slot] = await shop['slot.list'](undefined);
  const refused = await shop['reservation.create']({ customerId: customer, interactionId: null, slotId: slot!.id, seats: 2, note: '' });
  scene.store.shop.reservations.splice(0, 1, { ...refused, refused: { state: 'rejected', code: 'capacity-full', problems: [{ code: 'capacity-full', about: refused.reservation.slotId, now: 1 }] } });
  const { user } = await atOrders(scene);
  const box = within(await screen.findByRole('region', { name: 'Reservaties' }));
  expect(await box.findByText('De centrale kon deze reservatie niet aannemen: er was geen plaats meer. Verwittig de klant en kies een ander moment.')).toBeTruthy();
  expect(box.getByText('Er zijn nog 1 plaatsen vrij: kies een ander moment of minder plaatsen.')).toBeTruthy();
  await user.click(box.getByRole('button', { name: 'Begrepen' }));
  await waitFor(() => expect(scene.store.shop.accepted).toEqual([refused.reservation.id]));
});

test('the places of a reservation that was begun are there after a reload, and go with it', async () => {
  const { scene, user, close } = await atOrders();
  const kept = (): Record<string, string> => ({ ...scene.store.drafts.get(customer) });
  await user.type(await screen.findByRole('spinbutton', { name: 'Personen' }), '3');
  await waitFor(() => expect(kept()).toEqual({ 'form.reservation.new.seats': '3' }));
  close();
  const { user: again } = await atOrders(scene);
  const seats = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Personen' });
  await waitFor(() => expect(seats.value).toBe('3'));
  await again.type(seats, '{Enter}');
  await waitFor(() => expect(scene.store.shop.reservations).toMatchObject([{ reservation: { seats: 3 } }]));
  await waitFor(() => expect(kept()).toEqual({}));
});

test('what is held counts down, warns in its last minute, and says when it is over', async () => {
  const { scene, user } = await atOrders();
  await addBox(user);
  const held = async (text: RegExp): Promise<HTMLElement> => await screen.findByText(text);
  expect((await held(/^vastgehouden 04:\d\d$/)).dataset['soon']).toBe('false');
  // As central's clock goes on.
  act(() => scene.main.update({ clockOffsetMs: 240_000 }));
  expect((await held(/^vastgehouden 00:\d\d$/)).dataset['soon']).toBe('true');
  act(() => scene.main.update({ clockOffsetMs: 300_000 }));
  expect((await held(/^niet meer vastgehouden/)).dataset['state']).toBe('expired');
  expect(screen.getByText('Niet alle artikels worden nog vastgehouden: een ander kan ze intussen nemen.')).toBeTruthy();
  act(() => scene.main.update({ clockOffsetMs: 0 }));
  await held(/^vastgehouden/);
});

test('stock says how far it can be trusted: vouched for by central, or as old as the last exchange', async () => {
  const { user } = await atOrders();
  await addBox(user);
  const lines = within(await screen.findByRole('table', { name: 'Bestellijnen' }));
  expect(lines.getByText(/38.*actueel/).dataset['kind']).toBe('live');
});

test('stock that went away is told with what to do; mended, the order is placed', async () => {
  const { scene, user } = await atOrders();
  await addBox(user);
  const quantity = await screen.findByRole('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' });
  await user.clear(quantity);
  await user.type(quantity, '400');
  expect(await screen.findByText('Van Proefdoos Loire (6 fl.) zijn er nog 38: verlaag het aantal of stel iets anders voor.')).toBeTruthy();
  for (const term of await screen.findAllByRole('checkbox')) await user.click(term);
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.terms).toHaveLength(2));
  await user.keyboard('{Control>}6{/Control}');
  expect(scene.store.shop.orders).toEqual([]);
  await user.clear(quantity);
  await user.type(quantity, '2');
  await waitFor(() => expect(screen.queryByText(/zijn er nog 38/)).toBeNull());
  await user.keyboard('{Control>}6{/Control}');
  expect(await screen.findByText('O-100201')).toBeTruthy();
});

test('a cancellation that came too late says what the order is now, and is understood', async () => {
  const { scene, user } = await atOrders();
  await addBox(user);
  for (const term of await screen.findAllByRole('checkbox')) await user.click(term);
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)?.terms).toHaveLength(2));
  await user.keyboard('{Control>}6{/Control}');
  await screen.findByText('O-100201');
  const [view] = scene.store.shop.orders;
  scene.store.shop.orders.splice(0, 1, { ...view!, order: { ...view!.order, version: 3, state: 'shipped' }, refused: { state: 'conflict', code: 'conflict', problems: [] } });
  changed(scene);
  expect(await screen.findByText('Intussen is deze bestelling door iemand anders gewijzigd: ze is nu verzonden. Uw wijziging is niet uitgevoerd.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Begrepen' }));
  await waitFor(() => expect(scene.store.shop.accepted).toEqual([view!.order.id]));
});

test('pieces are taken out of an order that is not packed yet: what it then comes to is seen before it is passed on; nothing left is no change', async () => {
  const { scene, user } = await atOrders();
  await addBox(user);
  const quantity = await screen.findByRole('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' });
  await user.clear(quantity);
  await user.type(quantity, '3');
  for (const term of await screen.findAllByRole('checkbox')) await user.click(term);
  await waitFor(() => expect(scene.store.shop.drafts.get(customer)).toMatchObject({ terms: [{}, {}], lines: [{ quantity: 3 }] }));
  await user.keyboard('{Control>}6{/Control}');
  await screen.findByText('O-100201');
  await user.click(screen.getByRole('button', { name: 'Verminderen' }));
  const form = within(await screen.findByRole('form', { name: 'Wat de klant nog wil' }));
  const left = form.getByRole<HTMLInputElement>('spinbutton', { name: 'Aantal van Proefdoos Loire (6 fl.)' });
  await waitFor(() => expect(document.activeElement).toBe(left));
  const pass = form.getByRole<HTMLButtonElement>('button', { name: 'Wijziging doorgeven' });
  expect(pass.disabled).toBe(true);
  await user.click(form.getByRole('button', { name: 'Proefdoos Loire (6 fl.) verwijderen' }));
  expect(await form.findByText('Er blijft niets over: annuleer dan de hele bestelling.')).toBeTruthy();
  expect(pass.disabled).toBe(true);
  await user.clear(left);
  await user.type(left, '1');
  expect((await form.findAllByText(/60,95/)).length).toBeGreaterThan(0);
  expect(form.getByText(/^Levering: /)).toBeTruthy();
  await waitFor(() => expect(pass.disabled).toBe(false));
  await user.click(pass);
  await waitFor(() => expect(scene.store.shop.orders[0]?.order).toMatchObject({ totalCents: 6_095, lines: [{ quantity: 1 }] }));
  changed(scene);
  expect(await screen.findByText(/Ze is vandaag aangepast: 1 Proefdoos Loire \(6 fl\.\) in plaats van 3\./)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Verminderen' }));
  await waitFor(() => expect(scene.store.drafts.get(customer) ?? {}).toEqual({}));
  // Packed meanwhile: the button is gone.
  const [view] = scene.store.shop.orders;
  scene.store.shop.orders.splice(0, 1, { ...view!, order: { ...view!.order, state: 'packed', version: 9 } });
  changed(scene);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Verminderen' })).toBeNull());
});

test('an order goes to another address of the customer’s: what it costs and when it comes are seen first; what was begun survives a reload', async () => {
  const { scene, user, close } = await atOrders(withMoved(sceneNamed('ringing-known')));
  const item = within((await screen.findByText('O-100201')).closest('li')!);
  expect(item.getByText('Naar Coupure Links 48, 9000 Gent')).toBeTruthy();
  await user.click(item.getByRole('button', { name: 'Levering wijzigen' }));
  const begun = within(await screen.findByRole('form', { name: 'Waar en wanneer er geleverd wordt' }));
  const address = begun.getByRole<HTMLSelectElement>('combobox', { name: 'Leveradres' });
  await waitFor(() => expect(document.activeElement).toBe(address));
  expect([...address.options].map(({ text }) => text)).toEqual(['Coupure Links 48, 9000 Gent', 'Kerkstraat 12 / 3, 8000 Brugge']);
  expect(begun.getByRole<HTMLButtonElement>('button', { name: 'Wijziging doorgeven' }).disabled).toBe(true);
  await user.selectOptions(address, 'Kerkstraat 12 / 3, 8000 Brugge');
  await waitFor(() => expect(scene.store.drafts.get(customer)).toMatchObject({ [`form.order.${scene.store.shop.orders[0]!.order.id}.address`]: 'Kerkstraat 12 / 3, 8000 Brugge' }));
  close();
  const { user: again } = await atOrders(scene);
  const form = within(await screen.findByRole('form', { name: 'Waar en wanneer er geleverd wordt' }));
  await waitFor(() => expect(form.getByRole<HTMLSelectElement>('combobox', { name: 'Leveradres' }).value).toBe('Kerkstraat 12 / 3, 8000 Brugge'));
  expect((await form.findAllByText(/162,00/)).length).toBeGreaterThan(0);
  await again.selectOptions(form.getByRole('combobox', { name: 'Levering' }), 'urgent');
  expect((await form.findAllByText(/173,95/)).length).toBeGreaterThan(0);
  const pass = form.getByRole<HTMLButtonElement>('button', { name: 'Wijziging doorgeven' });
  await waitFor(() => expect(pass.disabled).toBe(false));
  await again.click(pass);
  await waitFor(() => expect(scene.store.shop.orders[0]?.order).toMatchObject({ priority: 'urgent', totalCents: 17_395, delivery: { town: 'Brugge' } }));
  changed(scene);
  expect(await screen.findByText(/Ze is vandaag aangepast: levering op Kerkstraat 12 \/ 3, 8000 Brugge in plaats van op Coupure Links 48, 9000 Gent, dringende in plaats van gewone levering/)).toBeTruthy();
  expect(screen.getByText('Dringend, naar Kerkstraat 12 / 3, 8000 Brugge')).toBeTruthy();
  // By keyboard it goes on where it was: asked again and given up, the cursor is on the button.
  await again.click(screen.getByRole('button', { name: 'Levering wijzigen' }));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('SELECT'));
  await again.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Levering wijzigen' })));
  await waitFor(() => expect(scene.store.drafts.get(customer) ?? {}).toEqual({}));
});

test('what is packed meanwhile is told in words, and its delivery stands; an address that went from the file is asked again', async () => {
  const { scene, user } = await atOrders(withMoved(sceneNamed('ringing-known')));
  await screen.findByText('O-100201');
  const view = scene.store.shop.orders[0]!;
  const shown = (order: Partial<OrderView['order']>, refused: OrderView['refused']): void => {
    scene.store.shop.orders.splice(0, 1, { ...view, order: { ...view.order, ...order }, refused });
    changed(scene);
  };
  await user.click(screen.getByRole('button', { name: 'Levering wijzigen' }));
  const form = within(await screen.findByRole('form', { name: 'Waar en wanneer er geleverd wordt' }));
  await user.selectOptions(form.getByRole('combobox', { name: 'Leveradres' }), 'Kerkstraat 12 / 3, 8000 Brugge');
  const file = scene.store.customers.get(customer)!;
  scene.store.customers.set(customer, { ...file, addresses: file.addresses.slice(0, 1) });
  shown({ version: 2 }, null);
  expect(await form.findByText('Dit adres staat niet (meer) in het dossier: kies een ander, of vul het eerst in bij de klant.')).toBeTruthy();
  expect(form.getByRole<HTMLButtonElement>('button', { name: 'Wijziging doorgeven' }).disabled).toBe(true);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Waar en wanneer er geleverd wordt' })).toBeNull());
  shown({ version: 3, state: 'packed' }, { state: 'rejected', code: 'order-state', problems: [] });
  expect(await screen.findByText('Deze bestelling is intussen ingepakt: uw wijziging kwam te laat en is niet uitgevoerd. Verwittig de klant.')).toBeTruthy();
  shown({ version: 3, state: 'packed' }, null);
  await waitFor(() => expect(screen.queryByText(/kwam te laat/)).toBeNull());
  expect(screen.queryByRole('button', { name: 'Levering wijzigen' })).toBeNull();
});
