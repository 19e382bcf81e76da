import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

test('signing in remembers address and name, asks for what is missing, and tells a refusal in words', async () => {
  const scene = sceneNamed('sign-in');
  scene.main.signInError = new BalieError('session.rate-limited', 'slow down');
  const { user } = await openWorkspace(scene);
  expect(await screen.findByDisplayValue('https://centrum.wijnhuis.be')).toBeTruthy();
  expect(screen.getByDisplayValue('lotte')).toBeTruthy();
  const submit = screen.getByRole('button', { name: 'Aanmelden' });
  await user.click(submit);
  const password = screen.getByLabelText('Wachtwoord');
  expect(document.activeElement).toBe(password);
  await user.type(password, 'geheim{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe('Te veel pogingen. Wacht een minuut en probeer dan opnieuw.');
  scene.main.signInError = null;
  await user.type(password, 'geheim{Enter}');
  await screen.findByRole('heading', { name: 'Geen verbinding met de telefooncentrale' });
});

test('a centre with a provider of its own offers the browser, by key too; who gives up is told, and may sign in as before', async () => {
  const scene = sceneNamed('sign-in');
  scene.main.provider = true;
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: /Aanmelden via de browser/ });
  await user.keyboard('{Alt>}b{/Alt}');
  expect((await screen.findByRole('status')).textContent).toBe('U meldt u aan in de browser. Kom daarna hier terug.');
  await user.keyboard('{Escape}');
  expect((await screen.findByRole('alert')).textContent).toBe('De aanmelding in de browser is niet afgewerkt. Begin opnieuw.');
  expect(screen.getByRole('button', { name: 'Aanmelden' })).toBeTruthy();
});

test.each([
  ['wrong-key', 'De lokale gegevens zijn vergrendeld', ['Opnieuw proberen', 'Met lege gegevens beginnen']],
  ['disk-full', 'De schijf is vol', ['Opnieuw proberen']],
  ['from-the-future', 'Deze Balie is ouder dan uw gegevens', ['Opnieuw proberen', 'Met lege gegevens beginnen']],
  ['read-only', 'De lokale gegevens zijn alleen-lezen', ['Opnieuw proberen']],
  ['corrupt', 'De lokale gegevens zijn beschadigd', ['Herstellen', 'Opnieuw proberen', 'Met lege gegevens beginnen']],
])('a database that fails (%s) is told with what it means and what to do', async (name, title, offers) => {
  const { user } = await openWorkspace(sceneNamed(name));
  await screen.findByRole('heading', { name: title });
  expect(screen.getByText(`Foutcode: store.${name}`)).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([...offers, 'Logboek exporteren']);
  await user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
  expect((await screen.findByRole('alert')).textContent).toContain('De schijf is vol');
});

test('the first fill shows how far it is', async () => {
  await openWorkspace(sceneNamed('filling'));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3.120 van 5.000'));
});

test('whoever does not want to wait for the last customer begins', async () => {
  const { user } = await openWorkspace(sceneNamed('filling'));
  await user.click(await screen.findByRole('button', { name: 'Nu al beginnen' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Klantgegevens ophalen' })).toBeNull());
  expect(screen.getByText('Gegevens ophalen')).toBeTruthy();
});

test('on a new device the workplace does not flash by before the first fill', async () => {
  const scene = sceneNamed('idle');
  scene.store.status = { ...scene.store.status, state: 'signed-out', lastSyncedAt: null };
  await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Klantgegevens ophalen' });
});

test('whoever is on the line keeps the workplace when the session ends', async () => {
  const scene = sceneNamed('connected');
  scene.main.snapshot = { ...scene.main.snapshot, session: { state: 'signed-out', centralUrl: null, error: 'session.expired' } };
  await openWorkspace(scene);
  expect(await screen.findByRole('button', { name: 'Ophangen' })).toBeTruthy();
  expect(screen.getByText('U bent niet meer aangemeld bij het centrum')).toBeTruthy();
});
