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
  expect(await screen.findByText('In een e-mailadres staat geen spatie.')).toBeTruthy();
  expect(document.activeElement).toBe(mail);
  expect(scene.store.customers.get(sampleId(5, 1))?.contactPoints[1]?.value).toBe('klant1@voorbeeld.be');
  await user.clear(mail);
  await user.type(mail, 'pieter@voorbeeld.be');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(scene.store.customers.get(sampleId(5, 1))?.contactPoints[1]?.value).toBe('pieter@voorbeeld.be'));
  // The journal has forgotten what is in the file now.
  await waitFor(() => expect(scene.store.files.get(interaction)?.draft).toEqual({}));
});

test('a customer who was looked up is corrected on their own page; what was typed and left is there again, and can be given up', async () => {
  const scene = sceneNamed('idle');
  const id = sampleId(5, 1);
  const { user } = await openWorkspace(scene);
  const open = async (): Promise<void> => {
    await user.keyboard('{Control>}k{/Control}pieter');
    await waitFor(() => expect(document.querySelector('[role="option"][aria-selected="true"]')?.textContent).toContain('Pieter'));
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'Pieter De Smet' });
  };
  await open();
  await user.keyboard('{Control>}1{/Control}');
  const name = await screen.findByRole('textbox', { name: /^Naam/ });
  await user.clear(name);
  await user.type(name, 'De Smedt');
  await waitFor(() => expect(scene.store.drafts.get(id)).toEqual({ [`customer.${id}.familyName`]: 'De Smedt' }));
  await user.keyboard('{Alt>}i{/Alt}');
  await open();
  expect(await screen.findByDisplayValue('De Smedt')).toBeTruthy();
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(scene.store.customers.get(id)?.customer.familyName).toBe('De Smedt'));
  await screen.findByRole('button', { name: /^Gegevens verbeteren/ });
  expect(scene.store.drafts.get(id)).toEqual({});

  await user.keyboard('{Control>}1{/Control}');
  await user.type(await screen.findByRole('textbox', { name: /^Naam/ }), 'xx');
  await user.click(screen.getByRole('button', { name: 'Annuleren' }));
  await screen.findByRole('button', { name: /^Gegevens verbeteren/ });
  await waitFor(() => expect(scene.store.drafts.get(id)).toEqual({}));
  expect(scene.store.customers.get(id)?.customer.familyName).toBe('De Smedt');
});

test('a second address is added, corrected and removed; what is missing is said', async () => {
  const scene = sceneNamed('connected');
  const addresses = () => scene.store.customers.get(sampleId(5, 1))?.addresses.slice(1) ?? [];
  const { user } = await openWorkspace(scene);
  await user.click(await screen.findByRole('button', { name: 'Adres toevoegen' }));
  const form = within(screen.getByRole('form', { name: 'Adres toevoegen' }));
  await user.type(form.getByRole('textbox', { name: 'Straat' }), 'Veldstraat');
  await user.type(form.getByRole('textbox', { name: 'Nummer' }), '12');
  await user.click(form.getByRole('button', { name: 'Toevoegen' }));
  expect(form.getAllByText('Vul dit veld in.')).toHaveLength(2);
  expect(addresses()).toEqual([]);
  await user.type(form.getByRole('textbox', { name: 'Postcode' }), '9000');
  await user.type(form.getByRole('combobox', { name: 'Gemeente' }), 'Gent{Enter}');
  await waitFor(() => expect(addresses()).toMatchObject([{ kind: 'delivery', street: 'Veldstraat', houseNumber: '12', box: null, postcode: '9000', town: 'Gent', country: 'BE' }]));
  const line = (await screen.findByText('Leveradres')).closest('li')!;
  await user.click(within(line).getByRole('button', { name: 'Verbeteren' }));
  const again = within(screen.getByRole('form', { name: 'Adres verbeteren' }));
  await user.selectOptions(again.getByRole('combobox', { name: 'Soort adres' }), 'billing');
  await user.type(again.getByRole('textbox', { name: 'Bus' }), '3{Enter}');
  await waitFor(() => expect(addresses()).toMatchObject([{ kind: 'billing', box: '3' }]));
});

test('a small form that was begun is open again after a reload, in a conversation and outside of one; given up or saved, nothing of it is left', async () => {
  const scene = sceneNamed('connected');
  const id = sampleId(5, 1);
  const kept = () => scene.store.drafts.get(id) ?? {};
  const first = await openWorkspace(scene);
  await first.user.click(await screen.findByRole('button', { name: 'Adres toevoegen' }));
  await first.user.type(within(screen.getByRole('form', { name: 'Adres toevoegen' })).getByRole('textbox', { name: 'Straat' }), 'Veldstraat');
  await first.user.keyboard('{Control>}2{/Control}');
  await first.user.type(await screen.findByRole('textbox', { name: 'Nieuwe notitie' }), 'Belt liefst na 17 u');
  await waitFor(() => expect(kept()).toEqual({ 'form.address.new.street': 'Veldstraat', 'form.note.new.text': 'Belt liefst na 17 u' }));
  first.close();

  const { user } = await openWorkspace(scene);
  const form = await screen.findByRole('form', { name: 'Adres toevoegen' });
  expect(within(form).getByRole<HTMLInputElement>('textbox', { name: 'Straat' }).value).toBe('Veldstraat');
  await user.click(within(form).getByRole('button', { name: 'Annuleren' }));
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Adres toevoegen' })).toBeNull());
  await user.keyboard('{Control>}2{/Control}');
  const note = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Nieuwe notitie' });
  await waitFor(() => expect(note.value).toBe('Belt liefst na 17 u'));
  await user.type(note, '{Enter}');
  await waitFor(() => expect(scene.store.customers.get(id)?.notes.map(({ text }) => text)).toContain('Belt liefst na 17 u'));
  await waitFor(() => expect(note.value).toBe(''));
  await user.type(note, 'x{Backspace}');
  await waitFor(() => expect(kept()).toEqual({}));
});

test('a file is archived and taken out again, and says meanwhile that it is in the archive', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const archived = () => scene.store.customers.get(sampleId(5, 1))?.customer.archived;
  await screen.findByDisplayValue('Coupure Rechts');
  expect(screen.queryByText('Dit dossier is gearchiveerd')).toBeNull();
  await user.keyboard('{Control>}2{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Archiveren' }));
  await waitFor(() => expect(archived()).toBe(true));
  await user.keyboard('{Control>}1{/Control}');
  const says = (await screen.findByText('Dit dossier is gearchiveerd')).closest<HTMLElement>('[data-tone="warn"]')!;
  await user.click(within(says).getByRole('button', { name: 'Uit het archief halen' }));
  await waitFor(() => expect(archived()).toBe(false));
  await waitFor(() => expect(screen.queryByText('Dit dossier is gearchiveerd')).toBeNull());
});

test('a number that is only in the archive offers that file, marked, so that nobody makes a second one', async () => {
  const scene = sceneNamed('ringing-two');
  const file = scene.store.files.get(interaction)!;
  scene.store.files.set(interaction, { ...file, candidates: [{ ...file.candidates[0]!, archived: true }] });
  const { user } = await openWorkspace(scene);
  expect(await screen.findByRole('heading', { name: 'Dit nummer staat alleen in het archief' })).toBeTruthy();
  const list = screen.getByRole('list', { name: 'Klanten met dit nummer' });
  expect(within(list).getByText('Gearchiveerd')).toBeTruthy();
  await user.keyboard('{Control>}1{/Control}');
  await waitFor(() => expect(scene.store.files.get(interaction)?.interaction.customerId).toBe(file.candidates[0]!.id));
});

test('an organisation is created with its VAT number, which is checked', async () => {
  const scene = sceneNamed('ringing-unknown');
  const { user } = await openWorkspace(scene);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Soort klant' }), 'Onderneming');
  await user.type(await screen.findByRole('textbox', { name: /^Onderneming/ }), 'Brouwerij Het Anker');
  const vat = screen.getByRole('textbox', { name: /^Btw-nummer/ });
  await user.type(vat, 'BE 0123.456.748');
  await user.click(screen.getByRole('button', { name: 'Klant aanmaken' }));
  expect(await screen.findByText('Het controlegetal klopt niet: herlees de laatste twee cijfers.')).toBeTruthy();
  expect(scene.store.files.get(interaction)?.customer).toBeNull();
  await user.clear(vat);
  await user.type(vat, 'BE 0123.456.749');
  await user.click(screen.getByRole('button', { name: 'Klant aanmaken' }));
  await waitFor(() => expect(scene.store.files.get(interaction)?.customer?.customer).toMatchObject({ kind: 'organisation', organisationName: 'Brouwerij Het Anker' }));
  expect(scene.store.files.get(interaction)?.customer?.customer.vatNumber?.replaceAll(/[ .]/g, '')).toBe('BE0123456749');
});
