import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

// What is loaded when it is asked for is there: a test waits for the page, not for the disk.
beforeAll(async () => void (await import('../features/templates/TemplatesPage.tsx')), 60_000);

const mailId = sampleId(30, 2);
const letterId = sampleId(30, 1);

async function openShelf(scene: Scene): Promise<UserEvent> {
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
  await screen.findByRole('searchbox', { name: 'Sjabloon zoeken' });
  return user;
}

async function open(scene: Scene, title: RegExp): Promise<UserEvent> {
  const user = await openShelf(scene);
  await user.click(await screen.findByRole('button', { name: title }));
  await screen.findByRole('tablist', { name: 'Varianten' });
  return user;
}

const line = (title: RegExp): HTMLElement => screen.getByRole('button', { name: title });
const field = (name: RegExp): HTMLInputElement => screen.getByLabelText(name);
const tab = (name: RegExp): HTMLElement => screen.getByRole('tab', { name });
const sample = (): string => screen.getByRole('article', { name: 'Voorbeeld' }).textContent;
const write = (name: RegExp, value: string): void => void fireEvent.change(field(name), { target: { value } });

test('only team leads and administrators have templates', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
  expect(screen.queryByRole('searchbox', { name: 'Sjabloon zoeken' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Sja.?blonen/ })).toBeNull();
});

test('the shelf says what there is, in which languages, and who wrote it; it is searched and walked by keys, and what is withdrawn is aside', async () => {
  const scene = sceneNamed('templates');
  const user = await openShelf(scene);
  await screen.findByRole('button', { name: /^Opvolging/ });
  expect(line(/^Opvolging/).textContent).toMatch(/E-mail · opvolging.*Bestellijn, Klantendienst.*NL u · je.*FR –.*Editie 2.*Sofie Peeters/s);
  expect(line(/^Bevestiging/).textContent).toContain('Alle wachtrijen');
  expect(screen.queryByRole('button', { name: /^Begeleidende/ })).toBeNull();
  await user.keyboard('klantendienst');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Bevestiging/ })).toBeNull());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(line(/^Opvolging/));
  await user.clear(screen.getByRole('searchbox'));
  await user.click(screen.getByRole('radio', { name: 'Ingetrokken (1)' }));
  expect(line(/^Begeleidende/).textContent).toContain('Ingetrokken');
});

test('a language that a queue speaks and that is not there is marked', async () => {
  const scene = sceneNamed('templates');
  scene.main.shelf.put(mailId, { ...scene.main.shelf.newest(mailId), queueIds: [sampleId(95, 3)] });
  await openShelf(scene);
  await waitFor(() => expect(line(/^Opvolging/).textContent).toContain('FR ontbreekt'));
});

test('a mail is written with fields from the list; one that does not exist is marked as it is typed, and keeps it from being saved', async () => {
  const scene = sceneNamed('templates');
  const user = await open(scene, /^Opvolging/);
  expect(sample()).toContain('Geachte mevrouw Verstraete');
  write(/^Onderwerp/, 'Over {{naam}}');
  expect(screen.getByText('Dit veld bestaat niet: {{naam}}')).toBeTruthy();
  expect(tab(/^Nederlands u-vorm/).textContent).toContain('klopt nog niet');
  await user.keyboard('{Control>}s{/Control}');
  expect(scene.main.shelf.templates.get(mailId)?.editions).toHaveLength(2);
  await user.clear(field(/^Onderwerp/));
  await user.type(field(/^Onderwerp/), 'Aan ');
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await user.click(await screen.findByRole('menuitem', { name: /^Voornaam en familienaam/ }));
  await waitFor(() => expect(field(/^Onderwerp/).value).toBe('Aan {{name}}'));
  await waitFor(() => expect(sample()).toContain('Aan Nele Verstraete'));
  await waitFor(() => expect(scene.store.letterDrafts.get(mailId)?.content).toContain('Aan {{name}}'));
  write(/^Wat is er nieuw/, 'Naam in het onderwerp');
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Editie 3, alles opgeslagen');
  expect(scene.main.shelf.templates.get(mailId)?.editions[0]).toMatchObject({ edition: 3, comment: 'Naam in het onderwerp', variants: [{ subject: 'Aan {{name}}' }, { register: 'informal' }] });
  await waitFor(() => expect(scene.store.letterDrafts.size).toBe(0));
});

test('another language begins with the words of one that is there; arrow keys go from variant to variant', async () => {
  const scene = sceneNamed('templates');
  const user = await open(scene, /^Opvolging/);
  tab(/^Nederlands u-vorm/).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(tab(/^Frans u-vorm/));
  expect(sample).toThrow();
  await user.click(screen.getByRole('button', { name: 'Beginnen met Nederlands, u-vorm' }));
  expect(field(/^Onderwerp/).value).toBe('Uw vraag van {{contactDate}}');
  expect(sample()).toContain('Madame');
  expect(tab(/^Frans je-vorm/).textContent).toContain('volgt de andere');
});

test('a document that central refuses is told in words, with every field that does not exist; the next one is taken with what it asks for', async () => {
  const scene = sceneNamed('templates-refused');
  const user = await open(scene, /^Bevestiging/);
  await user.keyboard('{Control>}{Shift>}o{/Shift}{/Control}');
  const { textContent } = await screen.findByRole('alert');
  expect(textContent).toContain('“Bevestiging 2026 (definitief).docx” kan niet gebruikt worden');
  expect(textContent).toContain('Het vraagt een veld dat niet bestaat: {{klantnummer}}');
  expect(textContent).toContain('{{naam}}');
  expect(textContent).toContain('Het haalt iets van buitenaf op');
  expect(textContent).toContain('Het document dat er al was, blijft.');
  scene.main.shelf.chosen = { outcome: 'sent', name: 'Goed.docx', sha256: 'c'.repeat(64), bytes: 2_000, fields: ['name', 'town'] };
  await user.click(screen.getByRole('button', { name: /^Ander document kiezen/ }));
  await screen.findByText('Dit document vraagt 2 velden');
  expect(screen.queryByRole('alert')).toBeNull();
  await waitFor(() => expect(sample()).toContain('Nele Verstraete'));
  await user.click(screen.getByRole('button', { name: 'Voorbeeld bewaren…' }));
  expect(await screen.findByText('Het document is bewaard.')).toBeTruthy();
  expect(scene.main.shelf.saved).toMatchObject([{ sha256: 'c'.repeat(64), fields: { name: 'Nele Verstraete' } }]);
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Editie 2, alles opgeslagen');
  expect(scene.main.shelf.newest(letterId).variants[0]).toEqual({ language: 'nl', register: 'formal', sha256: 'c'.repeat(64), bytes: 2_000 });
});

test('a new template takes its key from its title, and says what is missing before it is saved', async () => {
  const scene = sceneNamed('templates-empty');
  const user = await openShelf(scene);
  expect(await screen.findByText(/^Er zijn nog geen sjablonen/)).toBeTruthy();
  await user.keyboard('{Control>}n{/Control}');
  await user.keyboard('{Control>}s{/Control}');
  expect(await screen.findByText('Er is nog geen enkele variant: schrijf er minstens één.')).toBeTruthy();
  await user.type(field(/^Titel, Nederlands/), 'Prijslijst ’26 – één pagina');
  expect(field(/^Sleutel/).value).toBe('prijslijst-26-een-pagina');
  await user.selectOptions(field(/^Soort/), 'E-mail');
  await user.click(screen.getByRole('button', { name: 'Hier schrijven' }));
  expect(field(/^Soort/).disabled).toBe(true);
  write(/^Onderwerp/, 'Onze prijzen');
  write(/^Tekst/, '{{greeting}},');
  await user.click(await screen.findByRole('checkbox', { name: 'Klantendienst' }));
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Editie 1, alles opgeslagen');
  expect([...scene.main.shelf.templates.values()]).toMatchObject([{ editions: [{ key: 'prijslijst-26-een-pagina', kind: 'mail', queueIds: [sampleId(95, 2)] }] }]);
  expect(field(/^Sleutel/).disabled).toBe(true);
});

test('somebody who was first is named; what only one changed is together, and the rest is chosen before it is saved', async () => {
  const scene = sceneNamed('templates-stale');
  const user = await open(scene, /^Opvolging/);
  await user.keyboard('{Control>}s{/Control}');
  const panel = await screen.findByRole('region', { name: 'Iemand was u voor' });
  expect(panel.textContent).toContain('Sofie Peeters sloeg editie 3 op');
  expect(panel.textContent).toContain('Ook in het Frans');
  expect(panel.textContent).toContain('Over uw vraag van {{contactDate}}, {{name}}');
  const together = within(panel).getByRole('button', { name: 'Samenbrengen en opslaan' });
  expect(together).toHaveProperty('disabled', true);
  await user.click(within(panel).getByRole('radio', { name: /Van mij/ }));
  await user.click(together);
  await screen.findByText('Editie 4, alles opgeslagen');
  expect(scene.main.shelf.newest(mailId)).toMatchObject({ title: { fr: 'Suivi de votre question' }, variants: [{ subject: 'Over uw vraag van {{contactDate}}, {{name}}' }, {}] });
});

test('without central it is said so; what was typed is there again, and is not lost by saving', async () => {
  const scene = sceneNamed('templates-offline');
  const user = await openShelf(scene);
  await screen.findByText(/^Sjablonen staan bij het centrum/);
  await user.click(screen.getByRole('button', { name: /^Opvolging.*alleen hier/ }));
  expect(field(/^Onderwerp/).value).toBe('Uw vraag van {{contactdatum}}');
  write(/^Onderwerp/, 'Zonder netwerk geschreven');
  await user.keyboard('{Control>}s{/Control}');
  await screen.findAllByText(/^Het centrum is niet bereikbaar/);
  await waitFor(() => expect(scene.store.letterDrafts.get(mailId)?.content).toContain('Zonder netwerk geschreven'));
  scene.main.shelf.offline = false;
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Editie 3, alles opgeslagen');
});

test('a template is withdrawn when asked twice, and brought back; what was begun is given up only when it is asked', async () => {
  const scene = sceneNamed('templates-mail');
  const user = await open(scene, /^Opvolging/);
  const fromMenu = async (name: string): Promise<void> => {
    await user.keyboard('{Control>}8{/Control}');
    await user.click(await screen.findByRole('menuitem', { name }));
  };
  const answer = async (name: string): Promise<void> => await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name }));
  await fromMenu('Intrekken…');
  expect(scene.main.shelf.templates.get(mailId)?.withdrawn).toBe(false);
  await answer('Intrekken');
  await user.click(await screen.findByRole('button', { name: 'Terughalen' }));
  await screen.findByText('Editie 3, alles opgeslagen');
  expect(scene.main.shelf.templates.get(mailId)?.withdrawn).toBe(false);
  write(/^Onderwerp/, 'Toch niet');
  await fromMenu('Weggooien wat hier begonnen is…');
  await answer('Weggooien');
  await waitFor(() => expect(field(/^Onderwerp/).value).toBe('Uw vraag van {{contactDate}}'));
  await waitFor(() => expect(scene.store.letterDrafts.size).toBe(0));
});

test('what an edition changed is shown, and its words are taken over', async () => {
  const scene = sceneNamed('templates');
  const user = await open(scene, /^Opvolging/);
  await user.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  const editions = await screen.findByRole('list', { name: 'Edities' });
  const [second, first] = within(editions).getAllByText(/^Editie \d$/).map((each) => each.closest('li')!);
  expect(second!.textContent).toMatch(/Sofie Peeters.*Datum van het gesprek in het onderwerp/s);
  await user.click(within(second!).getByRole('button', { name: 'Wat veranderde' }));
  expect(within(second!).getByRole('list', { name: 'Verschil' }).textContent).toMatch(/Nederlands, u-vorm.*Uw vraag.*Uw vraag van \{\{contactDate\}\}.*Nederlands, je-vorm/s);
  await user.click(within(first!).getByRole('button', { name: 'Vergelijken' }));
  await user.click(within(first!).getByRole('button', { name: 'Deze woorden overnemen' }));
  expect(field(/^Onderwerp/).value).toBe('Uw vraag');
});
