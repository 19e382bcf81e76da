import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const interaction = sampleId(8, 1);

/** The option that Enter takes, as a screen reader is told of it. */
function active(): HTMLElement | null {
  const box = screen.getByRole('combobox', { name: 'Zoeken in alles' });
  return document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
}

test('from typing to the opened file by the keyboard', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox', { name: 'Zoeken in alles' });
  expect(document.activeElement).toBe(box);
  await user.keyboard('anker');
  await waitFor(() => expect(active()?.textContent).toContain('Het Anker'));
  expect(active()?.querySelector('mark')?.textContent).toBe('Anker');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: /Het Anker/ })).toBeTruthy();
  expect(screen.queryByRole('dialog', { name: 'Zoeken in alles' })).toBeNull();
});

test('Enter pressed before the list has followed takes what was typed, not what stood there', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: 'Zoeken in alles' });
  await user.keyboard('anker{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: /Het Anker/ })).toBeTruthy();
});

test('Enter in the same moment as the last letter, before anything was found, waits for it', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox', { name: 'Zoeken in alles' });
  fireEvent.change(box, { target: { value: 'xyzzyx' } });
  await screen.findByText(/Niets gevonden voor “xyzzyx”/);
  fireEvent.change(box, { target: { value: 'anker' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(await screen.findByRole('heading', { level: 1, name: /Het Anker/ })).toBeTruthy();
});

test('during a call it looks up without touching the conversation; Ctrl+Enter links', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const note = await screen.findByRole('textbox', { name: /Notitie/ });
  await user.click(note);
  await user.keyboard('{Control>}k{/Control}anker');
  await waitFor(() => expect(active()?.textContent).toContain('Het Anker'));
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: /Het Anker/ });
  expect(scene.store.files.get(interaction)?.interaction.customerId).toBe(sampleId(5, 1));
  expect(scene.store.closed).toHaveLength(0);
  await user.keyboard('{Control>}k{/Control}anker');
  await waitFor(() => expect(active()?.textContent).toContain('Het Anker'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(scene.store.files.get(interaction)?.interaction.customerId).toBe(sampleId(5, 3)));
  expect(await screen.findByRole('textbox', { name: /Notitie/ })).toBeTruthy();
  expect(scene.store.closed).toHaveLength(0);
});

test('Escape gives the cursor back, with its selection; call keys work meanwhile', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Notitie/ });
  await user.click(note);
  note.setSelectionRange(4, 11);
  await user.keyboard('{Control>}k{/Control}smet');
  await user.keyboard('{Alt>}m{/Alt}');
  await waitFor(() => expect(scene.main.asked).toContain('call.setMuted'));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(note);
  expect([note.selectionStart, note.selectionEnd]).toEqual([4, 11]);
  expect(note.value).toBe('Wil levering na 14 u, buur op 46 neemt aan. Vraagt factuur per e-mail.');
});

test('an action is found by the beginning of its name, only when it can be done now, and does what its key does', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const note = await screen.findByRole('textbox', { name: /Notitie/ });
  await user.click(note);
  await user.keyboard('{Control>}k{/Control}opnemen');
  await waitFor(() => expect(screen.getByRole('listbox', { name: 'Gevonden' }).textContent).not.toContain('Acties'));
  expect(screen.queryByRole('option', { name: /^Opnemen/ })).toBeNull();
  await user.clear(screen.getByRole('combobox', { name: 'Zoeken in alles' }));
  await user.keyboard('demp');
  const group = await screen.findByRole('group', { name: 'Acties' });
  expect(within(group).getByRole('option').textContent).toContain('Alt M');
  await waitFor(() => expect(active()?.textContent).toContain('Dempen'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(scene.main.asked).toContain('call.setMuted'));
  expect(document.activeElement).toBe(note);
});

test('arrows walk over the sections, and typing on begins at the top again', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('group', { name: 'Acties' });
  const first = active();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(active()).not.toBe(first);
  await user.keyboard('{ArrowUp}');
  expect(active()).toBe(first);
  await user.keyboard('{ArrowDown}smet');
  await waitFor(() => expect(active()?.textContent).toContain('Smet'));
  expect(active()).toBe(screen.getAllByRole('option')[0]);
});

test('a part of the settings, and a colleague, lead to their place', async () => {
  const { user } = await openWorkspace(sceneNamed('settings'));
  await user.keyboard('{Control>}k{/Control}headset{Enter}');
  await waitFor(() => expect(document.activeElement?.id).toBe('settings-headset'));
  await user.keyboard('{Control>}k{/Control}karim');
  await waitFor(() => expect(active()?.textContent).toContain('Karim'));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('searchbox', { name: 'Collega zoeken' })).toHaveProperty('value', 'Karim El Amrani');
});

test('what cannot be searched is said, the rest is found; names with markup stay text', async () => {
  const scene = sceneNamed('offline');
  scene.store.searchError = new BalieError('store.not-ready', 'no database is open');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}k{/Control}<b>x');
  expect(await screen.findByText('Klanten: niet doorzocht')).toBeTruthy();
  expect(screen.getByText(/Geen verbinding met het centrum/)).toBeTruthy();
  scene.store.searchError = null;
  await user.keyboard('y');
  expect(await screen.findByText(/Niets gevonden voor “<b>xy”/)).toBeTruthy();
  expect(document.querySelector('[role="dialog"] b')).toBeNull();
});

test('a click beside it closes it; the call strip stays within reach', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: 'Zoeken in alles' });
  await user.click(screen.getByRole('button', { name: 'Wacht' }));
  await waitFor(() => expect(scene.main.asked).toContain('call.setHeld'));
  expect(screen.queryByRole('combobox', { name: 'Zoeken in alles' })).toBeNull();
});

test('customers that were found leave as a file, for whom the centre lets; nobody else is offered it', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}k{/Control}smet');
  await user.click(await screen.findByRole('option', { name: /^Gevonden klanten exporteren \(Excel\)\s*Iedereen die past/ }));
  await waitFor(() => expect(scene.main.exported).toMatchObject([{ request: { list: 'customers', text: 'smet' }, format: 'xlsx', headings: { customerNumber: 'Klantnummer' } }]));
  expect(await screen.findByText('De lijst is bewaard.')).toBeTruthy();
});

test('a list leaves as a file by keys alone: its menu opens on the first way', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Alt>}i{/Alt}');
  await screen.findByRole('button', { name: /^Exporteren/ });
  await user.keyboard('{Control>}{F9}{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'CSV (tekst)' })));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(scene.main.exported).toMatchObject([{ request: { list: 'history' }, format: 'csv' }]));
});

test('the calls on the screen are exported as they are searched; who may not, has no button', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Alt>}i{/Alt}smet');
  await user.click(await screen.findByRole('button', { name: /^Exporteren/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'OpenDocument (ODS)' }));
  await waitFor(() => expect(scene.main.exported).toMatchObject([{ request: { list: 'history', text: 'smet', kind: 'all' }, format: 'ods' }]));
  const { policy } = scene.main.snapshot;
  scene.main.update({ policy: policy === null ? null : { ...policy, exports: [] } });
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Exporteren/ })).toBeNull());
});
