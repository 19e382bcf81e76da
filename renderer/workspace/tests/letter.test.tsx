import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { sampleLetter, sampleMail } from '../../../tests/workspace-preview/sample-letters.ts';
import { openWorkspace } from './open-workspace.tsx';

test('in a call, one key leads to a letter with the fields of the file, in the language and register of the customer', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Rechts');
  await user.keyboard('{Control>}b{/Control}');
  const letter = await screen.findByRole('article', { name: 'Voorbeeld' });
  expect(letter.textContent).toContain('Geachte heer De Smet');
  expect(letter.getAttribute('lang')).toBe('nl');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Aanspreking' }), 'je-vorm');
  await waitFor(() => expect(screen.getByRole('article', { name: 'Voorbeeld' }).textContent).toContain('Beste Pieter'));
  await user.click(screen.getByRole('button', { name: 'Bewaren als DOCX' }));
  expect(await screen.findByText('De brief is bewaard.')).toBeTruthy();
  expect(scene.main.letters).toMatchObject([{ templateId: sampleLetter.id, edition: sampleLetter.edition, register: 'informal', fields: { greeting: 'Beste Pieter', postcode: '9000' } }]);
});

test('a mail goes to the clipboard or to the mail program, to the address in the file', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Rechts');
  await user.keyboard('{Control>}b{/Control}');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Sjabloon' }), 'Opvolging van uw vraag (e-mail)');
  await user.click(await screen.findByRole('button', { name: 'Tekst kopiëren' }));
  await waitFor(() => expect(scene.main.mailed).toMatchObject([{ how: 'clipboard', to: 'klant1@voorbeeld.be', order: { templateId: sampleMail.id, edition: sampleMail.edition } }]));
  await user.click(screen.getByRole('button', { name: 'Openen in e-mailprogramma' }));
  await waitFor(() => expect(scene.main.mailed).toHaveLength(2));
});

test('a field that does not exist is named, and the template that asks for it; so is what is wrong with a document', async () => {
  const scene = sceneNamed('connected');
  scene.main.letterError = new BalieError('letter.field-unknown', 'the template asks for iban', { details: { field: 'iban', template: 'Bevestiging van ons gesprek' } });
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Rechts');
  await user.keyboard('{Control>}b{/Control}');
  expect(await screen.findByText(/“Bevestiging van ons gesprek” vraagt een veld dat niet bestaat: “iban”/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Bewaren als DOCX' })).toHaveProperty('disabled', true);
  scene.main.letterError = new BalieError('letter.template-invalid', 'refused', { details: { fault: 'macros', where: 'word/vbaProject.bin', template: 'Bevestiging van ons gesprek' } });
  scene.store.server.emit('letters.changed', {});
  expect(await screen.findByText(/“Bevestiging van ons gesprek” bevat macro’s/)).toBeTruthy();
});

test('a centre without templates says so, and offers nothing to save; the first one appears by itself', async () => {
  const scene = sceneNamed('connected');
  scene.main.templates = [];
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Rechts');
  await user.keyboard('{Control>}b{/Control}');
  expect(await screen.findByText(/^Er zijn nog geen sjablonen\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bewaren als DOCX' })).toBeNull();
  scene.main.templates = [sampleLetter];
  scene.store.server.emit('letters.changed', {});
  expect(await screen.findByRole('article', { name: 'Voorbeeld' })).toBeTruthy();
});

test('a document that comes while the answer that it is not here is on its way is shown', async () => {
  const scene = sceneNamed('connected');
  const { promise, resolve } = Promise.withResolvers<void>();
  const answers = vi.fn(() => promise);
  scene.main.letterAnswers = answers;
  scene.main.letterError = new BalieError('letter.not-here', 'refused', { details: { template: 'Bevestiging van ons gesprek' } });
  const { user } = await openWorkspace(scene);
  await screen.findByDisplayValue('Coupure Rechts');
  await user.keyboard('{Control>}b{/Control}');
  await waitFor(() => expect(answers).toHaveBeenCalled());
  scene.main.letterError = null;
  scene.store.server.emit('letters.changed', {});
  resolve();
  expect(await screen.findByRole('article', { name: 'Voorbeeld' })).toBeTruthy();
});

test('the file on paper holds what is on the screen, as text', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}k{/Control}pieter{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Pieter De Smet' });
  await user.keyboard('{Control>}p{/Control}');
  expect(await screen.findByText('Het blad is naar de printer.')).toBeTruthy();
  expect(scene.main.printed).toMatchObject([{ how: 'printer', sheet: { language: 'nl', title: 'Pieter De Smet', sections: [{ kind: 'facts' }, { kind: 'table' }] } }]);
  expect(JSON.stringify(scene.main.printed)).toContain('Coupure Links 48, 9000 Gent');
});
