import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const interaction = sampleId(8, 1);

test('several customers with one number are offered with why, and one is linked', async () => {
  const scene = sceneNamed('ringing-two');
  const { user } = await openWorkspace(scene);
  const list = await screen.findByRole('list', { name: 'Klanten met dit nummer' });
  expect(within(list).getAllByRole('button')).toHaveLength(2);
  expect(list.textContent).toContain('voorkeursnummer');
  expect(list.textContent).toContain('1 open zaak');
  await user.click(within(list).getByRole('button', { name: /An De Smet-Vandenbroucke/ }));
  expect(await screen.findByDisplayValue('De Smet-Vandenbroucke')).toBeTruthy();
  expect(scene.store.files.get(interaction)?.interaction.customerId).toBe(sampleId(5, 2));
});

test('an unknown caller is created and linked in one step, the number filled in', async () => {
  const scene = sceneNamed('ringing-unknown');
  const { user } = await openWorkspace(scene);
  expect(await screen.findByDisplayValue('+32 472 99 88 77')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Klant aanmaken' }));
  const name = screen.getByRole('textbox', { name: /^Naam/ });
  await waitFor(() => expect(document.activeElement).toBe(name));
  expect(await screen.findByText('Vul dit veld in.')).toBeTruthy();
  await user.type(name, 'Peeters');
  await user.click(screen.getByRole('button', { name: 'Klant aanmaken' }));
  await waitFor(() => expect(scene.store.files.get(interaction)?.customer?.customer.familyName).toBe('Peeters'));
  expect(scene.store.files.get(interaction)?.customer?.contactPoints).toMatchObject([{ kind: 'mobile', value: '+32472998877' }]);
});

test('an unknown caller is found by name, with the arrow keys', async () => {
  const scene = sceneNamed('ringing-unknown');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Nieuwe klant' });
  await user.keyboard('{Control>}j{/Control}anker');
  await screen.findByRole('button', { name: /Het Anker/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(scene.store.files.get(interaction)?.interaction.customerId).toBe(sampleId(5, 3)));
});

test('names with markup are text, and what a caller calls themselves is told as a claim', async () => {
  await openWorkspace(sceneNamed('ringing-unknown'));
  expect(await screen.findByRole('heading', { name: 'Meldt zich als “<script>alert(1)</script> Uw bank”' })).toBeTruthy();
  expect(document.querySelector('#root script, article script')).toBeNull();
});

test('a correction is journaled under its own customer, shown as changed, and kept in the file by Ctrl+S', async () => {
  const scene = sceneNamed('ringing-known');
  const { user } = await openWorkspace(scene);
  const street = await screen.findByDisplayValue('Coupure Links');
  await user.clear(street);
  await user.type(street, 'Veldstraat');
  await user.tab();
  await waitFor(() => expect(scene.store.files.get(interaction)?.draft[`customer.${sampleId(5, 1)}.street`]).toBe('Veldstraat'));
  expect(screen.getByText('1 veld gewijzigd, nog niet in het dossier')).toBeTruthy();
  const mail = screen.getByRole('textbox', { name: 'E-mail' });
  await user.clear(mail);
  await user.type(mail, 'geen adres');
  await user.keyboard('{Control>}s{/Control}');
  expect(await screen.findByText('Dit is geen geldig e-mailadres.')).toBeTruthy();
  expect(document.activeElement).toBe(mail);
  expect(scene.store.customers.get(sampleId(5, 1))?.contactPoints[1]?.value).toBe('klant1@voorbeeld.be');
  await user.clear(mail);
  await user.type(mail, 'pieter@voorbeeld.be');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(scene.store.customers.get(sampleId(5, 1))?.contactPoints[1]?.value).toBe('pieter@voorbeeld.be'));
});
