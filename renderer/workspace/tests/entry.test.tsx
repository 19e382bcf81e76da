import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { storeKeys } from '../app/store-queries.ts';
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

/** The field of the refund step, as a field of the file. */
function bindRefund(scene: ReturnType<typeof sceneNamed>, captured: Readonly<Record<string, string>> = {}): void {
  const [file] = scene.store.files.values();
  const { definition, ...row } = file!.script!;
  const steps = definition.steps.map((step) => ({
    ...step,
    ...(step.fields === undefined ? {} : { fields: step.fields.map((field) => (field.key === 'rekeningnummer' ? { key: field.key, label: 'E-mail voor de terugbetaling', type: 'email' as const, bind: 'contact.email' as const } : field)) }),
  }));
  scene.store.files.set(file!.interaction.id, { ...file!, interaction: { ...file!.interaction, captured: { ...file!.interaction.captured, ...captured } }, script: { ...row, definition: { ...definition, steps } } });
}

const kept = (scene: ReturnType<typeof sceneNamed>): string | undefined => scene.store.customers.get(sampleId(5, 1))?.contactPoints.find(({ kind }) => kind === 'email')?.value;

test('a field of the script that is a field of the file shows what the file has; confirming notes it, correcting changes the file and the form', async () => {
  const scene = sceneNamed('sensitive-field');
  bindRefund(scene);
  const { user } = await openWorkspace(scene);
  const mail = await screen.findByLabelText<HTMLInputElement>(/^E-mail voor de terugbetaling/);
  expect(mail.value).toBe('klant1@voorbeeld.be');
  await screen.findByText('uit het dossier');
  await user.click(mail);
  await user.keyboard('{Enter}');
  await screen.findByText('✓ bevestigd');
  await waitFor(() => expect(scene.store.files.get(sampleId(8, 1))?.draft['script.rekeningnummer']).toBe('klant1@voorbeeld.be'));
  await user.clear(mail);
  await user.type(mail, 'pieter@telenet.be');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' }).value).toBe('pieter@telenet.be');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(kept(scene)).toBe('pieter@telenet.be'));
  await screen.findByText('✓ bevestigd');
  // Corrected in the form what was confirmed in the script: one thing is said, not two.
  const form = screen.getByRole('textbox', { name: 'E-mail' });
  await user.clear(form);
  await user.type(form, 'p@telenet.be');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(kept(scene)).toBe('p@telenet.be'));
  await screen.findByText('✓ bevestigd');
});

test('what the script noted and what the file says are shown side by side; the operator chooses', async () => {
  const scene = sceneNamed('sensitive-field');
  bindRefund(scene, { rekeningnummer: 'ander@voorbeeld.be' });
  const { user } = await openWorkspace(scene);
  await screen.findByText('verschilt van het dossier');
  expect(screen.getByRole('button', { name: 'Dossier: klant1@voorbeeld.be' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Genoteerd: ander@voorbeeld.be' }));
  await waitFor(() => expect(kept(scene)).toBe('ander@voorbeeld.be'));
  await screen.findByText('✓ bevestigd');
});

test('an abbreviation expands in a note on the blank, Backspace takes it back; in a name nothing does', async () => {
  const { user } = await openWorkspace(sceneNamed('ringing-known'));
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notitie' });
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Naam' })).toBeTruthy());
  await user.clear(note);
  await user.type(note, 'Vraagt Kn ');
  expect(note.value).toBe('Vraagt Kredietnota ');
  await user.keyboard('{Backspace}');
  expect([note.value, note.selectionStart]).toEqual(['Vraagt Kn ', 10]);
  await user.keyboard('{Backspace}.');
  expect(note.value).toBe('Vraagt Kredietnota.');
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' });
  await user.clear(name);
  await user.type(name, 'kn x');
  expect(name.value).toBe('kn x');
});

test('own abbreviations are written in the settings, and overrule the ones of the centre', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>},{/Control}');
  await user.type(await screen.findByRole('textbox', { name: 'Afkorting' }), 'x');
  await user.type(screen.getByRole('textbox', { name: 'Wordt' }), 'creditnota{Enter}');
  expect(await screen.findByText('Twee tot zestien letters of cijfers.')).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Afkorting' }));
  await user.type(screen.getByRole('textbox', { name: 'Afkorting' }), 'kn{Enter}');
  await waitFor(() => expect(scene.main.settings.abbreviations).toEqual([{ short: 'kn', text: 'creditnota' }]));
  await user.click(await screen.findByRole('button', { name: 'Afkorting kn verwijderen' }));
  await waitFor(() => expect(scene.main.settings.abbreviations).toEqual([]));
});

test('accuracy is counted by field when it is left, and told to the operator alone', async () => {
  const scene = sceneNamed('ringing-known');
  const { user } = await openWorkspace(scene);
  const mobile = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Gsm' });
  await user.clear(mobile);
  await user.type(mobile, '0478123456');
  expect(scene.store.accuracy).toEqual([]);
  await user.tab();
  await waitFor(() => expect(scene.store.accuracy).toMatchObject([{ entered: 10, corrected: 0 }]));
  await user.click(mobile);
  mobile.setSelectionRange(mobile.value.length, mobile.value.length);
  await user.keyboard('{Backspace}7');
  await user.tab();
  await waitFor(() => expect(scene.store.accuracy).toMatchObject([{ entered: 10, corrected: 0 }, { entered: 0, corrected: 1 }]));
  expect(JSON.stringify(scene.store.accuracy)).not.toContain('0478');
});

test('F8 goes to the next wrong word with suggestions; choosing one leaves the cursor in the field', async () => {
  const known: (readonly string[])[] = [];
  const spelling = { know: (words: readonly string[]) => void known.push(words), isWrong: (word: string) => word === 'Goedemorgn', suggest: () => ['Goedemorgen'] };
  const { user } = await openWorkspace(sceneNamed('ringing-known'), spelling);
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notitie' });
  await user.clear(note);
  await user.type(note, 'Goedemorgn, mevrouw');
  await user.keyboard('{F8}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Goedemorgen' })));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(note.value).toBe('Goedemorgen, mevrouw'));
  await waitFor(() => expect(document.activeElement).toBe(note));
  await user.keyboard('{F8}');
  expect(await screen.findByText('Geen spelfouten gevonden.')).toBeTruthy();
  await waitFor(() => expect(known.at(-1)).toEqual(expect.arrayContaining(['smet', 'pieter'])));
});

test('what products are called is asked of the store once, and again when the catalogue is another one', async () => {
  const known: (readonly string[])[] = [];
  const spelling = { know: (words: readonly string[]) => void known.push(words), isWrong: () => false, suggest: () => [] };
  const scene = sceneNamed('ringing-known');
  const { user, services } = await openWorkspace(scene, spelling);
  const call = vi.spyOn(services.store, 'call');
  const asked = (): number => call.mock.calls.filter(([name, input]) => name === 'product.search' && (input as { readonly limit?: number }).limit === 50).length;
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notitie' });
  const focusAgain = async (): Promise<void> => {
    const before = known.length;
    await user.click(document.body);
    await user.click(note);
    await waitFor(() => expect(known.length).toBeGreaterThan(before));
  };
  await focusAgain();
  await focusAgain();
  scene.store.server.emit('customer.changed', { id: sampleId(5, 1) });
  await focusAgain();
  expect(asked()).toBe(1);
  scene.store.server.emit('catalogue.changed', {});
  await waitFor(() => expect(services.queries.getQueryState(storeKeys.productNames)?.isInvalidated).toBe(true));
  await focusAgain();
  expect(asked()).toBe(2);
});
