import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const wrong = 'Het controlegetal klopt niet: herlees de twee cijfers na het land en de laatste twee.';

test('an account number stands in fours while it is typed; what is wrong is said on leaving, and until it is right', async () => {
  const scene = sceneNamed('sensitive-field');
  const { user } = await openWorkspace(scene);
  const number = await screen.findByLabelText<HTMLInputElement>(/^Rekeningnummer/);
  await user.type(number, 'be68539007547035');
  expect(number.value).toBe('BE68 5390 0754 7035');
  expect(screen.queryByText(wrong)).toBeNull();
  await user.click(screen.getByRole('textbox', { name: 'Notitie' }));
  expect(await screen.findByText(wrong)).toBeTruthy();
  await user.click(number);
  number.setSelectionRange(number.value.length, number.value.length);
  await user.keyboard('{Backspace}4');
  expect(number.value).toBe('BE68 5390 0754 7034');
  await waitFor(() => expect(screen.queryByText(wrong)).toBeNull());
  await waitFor(() => expect(scene.store.files.get(sampleId(8, 1))?.draft['script.rekeningnummer']).toBe('BE68 5390 0754 7034'));
  number.setSelectionRange(5, 5);
  await user.keyboard('{Backspace}');
  expect([number.value, number.selectionStart]).toEqual(['BE65 3900 7547 034', 3]);
});

test('a number is pasted in any notation', async () => {
  const { user } = await openWorkspace(sceneNamed('ringing-known'));
  const mobile = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Gsm' });
  await user.clear(mobile);
  await user.paste('+32 (0)478/12.34.56');
  expect(mobile.value).toBe('+32 478 12 34 56');
});
