import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

test('a conflict is decided by the keyboard alone, field by field, and only when every field has its choice', async () => {
  const scene = sceneNamed('unsent');
  const { user } = await openWorkspace(scene);
  const [work] = scene.store.unsent.list.work;
  await user.keyboard('{Control>}d{/Control}');
  const card = await screen.findByRole('listitem', { name: /^Adres/ });
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
  const save = within(card).getByRole('button', { name: 'Keuze bewaren' });
  expect(save).toHaveProperty('disabled', true);
  await user.keyboard(' {Tab}{ArrowDown}{Tab} ');
  expect(save).toHaveProperty('disabled', false);
  await user.keyboard('{Tab}{Enter}');
  await waitFor(() => expect(scene.store.unsent.told).toEqual([{ what: 'resolve', id: work!.id, with: { street: 'mine', houseNumber: 'theirs', box: 'mine' } }]));
  await waitFor(() => expect(screen.queryByRole('listitem', { name: /^Adres/ })).toBeNull());
});

test('what the centre refused is mended and sent again; what it was told', async () => {
  const scene = sceneNamed('unsent');
  const { user } = await openWorkspace(scene);
  const id = scene.store.unsent.list.work[1]!.id;
  await user.click(await screen.findByRole('button', { name: '3 te beslissen' }));
  const card = await screen.findByRole('listitem', { name: /^Telefoon of e-mail/ });
  const value = within(card).getByRole('textbox', { name: 'Nummer of adres' });
  await user.clear(value);
  await user.type(value, 'an@voorbeeld.be');
  await user.click(within(card).getByRole('button', { name: 'Opnieuw versturen' }));
  await waitFor(() => expect(scene.store.unsent.told).toEqual([{ what: 'retry', id, with: { value: 'an@voorbeeld.be' } }]));
});

test('a delivery that the centre refused is shown as an address and an amount, in the words of the order', async () => {
  const scene = sceneNamed('unsent');
  const [, refused] = scene.store.unsent.list.work;
  const address = { street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge', country: 'BE' };
  const fields = [{ field: 'delivery', mine: address, base: { ...address, street: 'Veldstraat' } }, { field: 'totalCents', mine: 17_395, base: 16_200 }];
  scene.store.unsent.list = { ...scene.store.unsent.list, work: [{ ...refused!, entity: 'order', code: 'address-unknown', fields }] };
  const { user } = await openWorkspace(scene);
  await user.click(await screen.findByRole('button', { name: /te beslissen$/ }));
  const card = within(await screen.findByRole('listitem', { name: /^Bestelling/ }));
  expect(card.getByText('Leveradres')).toBeTruthy();
  expect(card.getByText('Kerkstraat 12 / 3, 8000 Brugge')).toBeTruthy();
  expect(card.getByText(/173,95/)).toBeTruthy();
});

test('nothing is given up by a slip: the first answer keeps it, and what goes with it is counted', async () => {
  const scene = sceneNamed('unsent');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}d{/Control}');
  const card = await screen.findByRole('listitem', { name: /^Gesprek/ });
  await user.click(within(card).getByRole('button', { name: /Weggooien/ }));
  expect((await screen.findByRole('alertdialog')).textContent).toContain('1 ander stuk werk');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(scene.store.unsent.told).toEqual([]);
  await user.click(within(card).getByRole('button', { name: /Weggooien/ }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Weggooien' }));
  await waitFor(() => expect(scene.store.unsent.told).toMatchObject([{ what: 'discard' }]));
});

test('signing out with work that was not sent says how much, and asks twice before it is given up', async () => {
  const scene = sceneNamed('unsent');
  scene.main.unsent = { mutations: 5, drafts: 1 };
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>},{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Afmelden' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('5 wijzigingen die het centrum nog niet heeft');
  expect(dialog.textContent).toContain('1 gesprek, bestelling of dossier dat nog niet af is');
  await user.click(within(dialog).getByRole('button', { name: 'Weggooien…' }));
  expect(scene.main.asked).not.toContain('session.signOut discard');
  await user.click(within(dialog).getByRole('button', { name: 'Aangemeld blijven' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Afmelden' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Bewaren en afmelden' }));
  await waitFor(() => expect(scene.main.asked).toContain('session.signOut keep'));
});
