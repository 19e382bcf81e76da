import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const gate = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Identiteitscontrole' });

test('what is masked cannot be written over; an answer opens it, the cursor goes on and comes back', async () => {
  const { user } = await openWorkspace(sceneNamed('gate-shut'));
  await gate();
  const street = await screen.findByRole('textbox', { name: /^Straat/ });
  expect(street).toMatchObject({ value: '•••', readOnly: true });
  expect(await screen.findByRole('textbox', { name: /^Naam/ })).toMatchObject({ value: 'De Smet', readOnly: false });
  const note = await screen.findByRole('textbox', { name: /^Notitie/ });
  note.focus();
  await user.keyboard('{Control>}7{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Geboortedatum' })));
  await user.keyboard('12 maart 74{Enter}');
  expect((await screen.findByText('klopt')).parentElement?.textContent).toContain('Geboortedatum');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Postcode' })));
  await user.keyboard('8000{Enter}');
  expect(await screen.findByText('Dat klopt niet. Nog 2 pogingen.')).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Postcode' }));
  await user.keyboard('9000{Enter}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Identiteitscontrole' })).toBeNull());
  expect(document.activeElement).toBe(note);
  expect(await screen.findByText(/^Klant gecontroleerd, zonet/)).toBeTruthy();
  expect(await screen.findByDisplayValue('Coupure Links')).toBeTruthy();
});

test('without tries left it says what to say, and a way out is written down', async () => {
  const { user } = await openWorkspace(sceneNamed('gate-failed'));
  const region = await gate();
  expect(region.textContent).toContain('de pogingen zijn op');
  await user.keyboard('{Control>}7{/Control}');
  expect(within(region).getByText(/^Geef niets uit het dossier door/)).toBeTruthy();
  await user.click(within(region).getByRole('button', { name: 'Terugbellen op het gekende nummer' }));
  expect(await within(region).findByText(/De belofte staat bij uw werk/)).toBeTruthy();
});

test('what a colleague had asked is told with its age', async () => {
  await openWorkspace(sceneNamed('gate-carried'));
  expect(await screen.findByText('Klant gecontroleerd door Karim El Amrani, 4 minuten geleden')).toBeTruthy();
});
