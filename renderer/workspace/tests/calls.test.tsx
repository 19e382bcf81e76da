import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

test('digits typed in the keypad leave in their order, also from an AZERTY digit row; Escape closes it', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Ophangen' });
  await user.keyboard('{Alt>}d{/Alt}');
  await screen.findByRole('dialog', { name: 'Toetsen' });
  await user.keyboard('12#');
  await waitFor(() => expect(scene.main.asked).toEqual(['digits 1', 'digits 2', 'digits #']));
  expect(screen.getByRole('status', { name: 'Verstuurde tonen' }).textContent).toBe('12#');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what is wrong with a call is told in words', async () => {
  await openWorkspace(sceneNamed('no-microphone'));
  expect((await screen.findByRole('alert')).textContent).toContain('De klant hoort u niet');
  expect(screen.getByText('De klant heeft u in wacht gezet')).toBeTruthy();
});

test('media that is being restored and a centre that is away are told, and the call stays', async () => {
  await openWorkspace(sceneNamed('offline'));
  expect(await screen.findByText('Het geluid wordt hersteld')).toBeTruthy();
  const status = screen.getByRole('group', { name: 'Toestand van lijn en gegevens' });
  await within(status).findByText('Offline, 3 te versturen');
  expect(status.textContent).toContain('Lijn weg, nieuwe poging over');
  expect(screen.getByRole('button', { name: 'Ophangen' })).toBeTruthy();
});

test('the call on hold is taken back by its key, and is the one that is shown', async () => {
  const scene = sceneNamed('second-held');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Terug' });
  await user.keyboard('{Alt>}g{/Alt}');
  await waitFor(() => expect(scene.main.asked).toContain('call.switchTo'));
  expect(await screen.findByDisplayValue('Coupure Rechts')).toBeTruthy();
});

test('the state after the call can be chosen during the call', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Ophangen' });
  await user.keyboard('{Alt>}s{/Alt}');
  await user.click(await screen.findByRole('menuitemradio', { name: 'Lunch' }));
  await waitFor(() => expect(scene.main.snapshot.agent).toMatchObject({ state: 'on-call', after: 'lunch' }));
});
