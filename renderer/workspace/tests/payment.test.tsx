import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

test('a card number is masked as it is typed, checked, and gone when the cursor leaves; the journal never sees it', async () => {
  const scene = sceneNamed('sensitive-field');
  const [file] = scene.store.files.values();
  const { definition, ...row } = file!.script!;
  const steps = definition.steps.map((step) => ({ ...step, ...(step.fields === undefined ? {} : { fields: step.fields.map((field) => (field.key === 'rekeningnummer' ? { ...field, type: 'payment' as const } : field)) }) }));
  scene.store.files.set(file!.interaction.id, { ...file!, script: { ...row, definition: { ...definition, steps } } });
  const { user } = await openWorkspace(scene);
  const number = await screen.findByLabelText(/^Rekeningnummer/);
  expect(number).toMatchObject({ type: 'password', value: '' });
  await user.click(number);
  await screen.findByText('Opname op pauze: gevoelig veld');
  await user.type(number, '4111 1111 1111 1112');
  await user.click(screen.getByRole('textbox', { name: 'Notitie' }));
  expect(await screen.findByText('Dit is geen geldig kaart- of rekeningnummer.')).toBeTruthy();
  await user.clear(number);
  await user.type(number, '4111 1111 1111 1111');
  await user.click(screen.getByRole('textbox', { name: 'Notitie' }));
  expect(await screen.findByText('Nagekeken en niet bewaard.')).toBeTruthy();
  expect(number).toMatchObject({ value: '' });
  await waitFor(() => expect(scene.store.files.get(sampleId(8, 1))?.draft['script.rekeningnummer']).toBe('•••'));
  expect(JSON.stringify(scene.store.batches)).not.toMatch(/4111|1112/);
});
