import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { customers } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const dialled = ({ main }: Scene): string[] => main.asked.filter((name) => name.startsWith('dial'));

async function open(name = 'connected') {
  const scene = sceneNamed(name);
  const workspace = await openWorkspace(scene);
  await screen.findByLabelText(/^Naam/);
  return { scene, ...workspace };
}

test('who asked not to be called is called only with a reason, which stays in the file', async () => {
  const { scene, user } = await open();
  const first = customers[0]!;
  const said = { ...first.consents[0]!, purpose: 'any' as const, source: 'register' as const, how: 'Bel-me-niet-meer-lijst' };
  scene.store.customers.set(first.customer.id, { ...first, consents: [said] });
  const dial = async (): Promise<HTMLElement> => {
    const field = await screen.findByRole('combobox', { name: 'Zelf bellen' });
    await user.clear(field);
    await user.click(field);
    await user.paste('+3292254107');
    await user.keyboard('{Enter}');
    return await screen.findByRole('alertdialog', { name: 'Deze klant wil niet gebeld worden' });
  };
  const kept = (): Record<string, string> => ({ ...scene.store.drafts.get(first.customer.id) });
  const question = await dial();
  expect(question.textContent).toContain('Bel-me-niet-meer-lijst');
  // The reason is journaled as it is typed, and given up with the call.
  await user.type(within(question).getByRole('textbox'), 'Vroeg');
  await waitFor(() => expect(kept()).toEqual({ 'form.refusal.call.reason': 'Vroeg' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(kept()).toEqual({}));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(dialled(scene)).toEqual([]);

  const again = await dial();
  const call = within(again).getByRole<HTMLButtonElement>('button', { name: 'Toch bellen' });
  expect(call.disabled).toBe(true);
  await user.type(within(again).getByRole('textbox'), 'Vroeg zelf om terug te bellen');
  await user.click(call);
  await waitFor(() => expect(dialled(scene)).toHaveLength(1));
  expect(scene.store.customers.get(first.customer.id)?.notes.map(({ text }) => text)).toContain('Toch gebeld: Vroeg zelf om terug te bellen');
});

test('a promise is noted by keys alone, from the middle of the conversation', async () => {
  const { scene, user } = await open();
  await user.keyboard('{Control>}u{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Opvolging noteren' });
  await user.selectOptions(within(dialog).getByLabelText('Wat is het?'), 'promise');
  await user.type(within(dialog).getByLabelText(/Wat belooft u/), 'Terugbellen over de levering{Enter}');
  await waitFor(() => expect(scene.store.customers.get(customers[0]!.customer.id)?.promises.at(-1)?.text).toBe('Terugbellen over de levering'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a promise of F10 that was begun is there after a reload with its day and priority; noted, nothing of it is left', async () => {
  const { scene, user, close } = await open();
  const interactionId = [...scene.store.files.keys()][0]!;
  await user.keyboard('{F10}');
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Wat belooft u/), 'Terugbellen');
  fireEvent.change(dialog.getByLabelText(/Tegen wanneer/), { target: { value: '2027-03-01T09:30' } });
  await user.selectOptions(dialog.getByLabelText('Voorrang'), 'high');
  await waitFor(() => expect(scene.store.files.get(interactionId)?.draft).toMatchObject({ promise: 'Terugbellen', 'promise.due': '2027-03-01T09:30', 'promise.priority': 'high' }));
  close();

  const { user: again } = await openWorkspace(scene);
  await screen.findByLabelText(/^Naam/);
  await again.keyboard('{F10}');
  const reopened = within(await screen.findByRole('dialog'));
  expect(reopened.getByLabelText<HTMLInputElement>(/Tegen wanneer/).value).toBe('2027-03-01T09:30');
  expect(reopened.getByLabelText<HTMLSelectElement>('Voorrang').value).toBe('high');
  await again.type(reopened.getByLabelText(/Wat belooft u/), '{Enter}');
  await waitFor(() => expect(scene.store.customers.get(customers[0]!.customer.id)?.promises.at(-1)).toMatchObject({ text: 'Terugbellen', priority: 'high' }));
  await waitFor(() => expect(Object.keys(scene.store.files.get(interactionId)?.draft ?? {}).filter((name) => name.startsWith('promise.'))).toEqual([]));
});

test('the reason of a privacy export is there after a reload', async () => {
  const { scene, user, close } = await open();
  const { id } = customers[0]!.customer;
  await user.keyboard('{Control>}2{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Gegevens meegeven' }));
  await user.type(within(await screen.findByRole('dialog')).getByLabelText(/Kenmerk/), 'verzoek 2026-14');
  await waitFor(() => expect(scene.store.drafts.get(id)).toEqual({ 'form.person.export.reason': 'verzoek 2026-14' }));
  close();
  const { user: again } = await openWorkspace(scene);
  await screen.findByLabelText(/^Naam/);
  await again.keyboard('{Control>}2{/Control}');
  await again.click(await screen.findByRole('button', { name: 'Gegevens meegeven' }));
  const reason = within(await screen.findByRole('dialog')).getByLabelText<HTMLInputElement>(/Kenmerk/);
  await waitFor(() => expect(reason.value).toBe('verzoek 2026-14'));
});

test('a file that a colleague merged meanwhile is not erased by half: the operator is told so, and led to the other file with the reason', async () => {
  const { scene, user } = await open();
  const [here, other] = [customers[0]!.customer, customers[1]!.customer];
  scene.store.mergedInto.set(here.id, other.id);
  await user.keyboard('{Control>}2{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Wissen' }));
  const question = await screen.findByRole('alertdialog');
  await user.type(within(question).getByLabelText(/Kenmerk/), 'verzoek 2026-15');
  await user.click(within(question).getByRole('button', { name: 'Voorgoed wissen' }));
  const told = await screen.findByRole('alertdialog', { name: /is intussen samengevoegd$/ });
  expect(told.textContent).toContain(`samengevoegd met dossier ${other.customerNumber}.`);
  expect(told.textContent).toContain('Er is niets gewist.');
  expect(scene.store.customers.has(here.id)).toBe(true);
  const lead = within(told).getByRole('button', { name: `Naar dossier ${other.customerNumber}` });
  await waitFor(() => expect(document.activeElement).toBe(lead));
  await user.click(lead);
  await screen.findByRole('heading', { level: 1, name: new RegExp(other.familyName) });
  await user.click(await screen.findByRole('button', { name: 'Wissen' }));
  expect(within(await screen.findByRole('alertdialog')).getByLabelText<HTMLInputElement>(/Kenmerk/).value).toBe('verzoek 2026-15');
  await waitFor(() => expect(scene.store.drafts.get(here.id) ?? {}).toEqual({}));
});

test('news of a merge never puts another person into the question whether to erase', async () => {
  const { scene, user } = await open();
  const [here, other] = [customers[0]!, customers[1]!];
  await user.keyboard('{Control>}2{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Wissen' }));
  await screen.findByRole('alertdialog', { name: /voorgoed wissen/ });
  const file = [...scene.store.files.values()][0]!;
  scene.store.files.set(file.interaction.id, { ...file, interaction: { ...file.interaction, customerId: other.customer.id }, customer: other });
  scene.store.server.emit('interaction.changed', { id: file.interaction.id });
  expect((await screen.findByRole('alertdialog', { name: /is intussen samengevoegd$/ })).textContent).toContain(other.customer.customerNumber);
  expect(screen.queryByRole('button', { name: 'Voorgoed wissen' })).toBeNull();
  expect(scene.store.customers.has(here.customer.id)).toBe(true);
});

test('a case that was begun is there again after a reload, with what its procedure asks; given up, nothing of it is left', async () => {
  const { scene, user, close } = await open();
  const id = customers[0]!.customer.id;
  const kept = (): Record<string, string> => ({ ...scene.store.drafts.get(id) });
  await user.keyboard('{Control>}u{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Opvolging noteren' });
  await user.selectOptions(within(dialog).getByLabelText('Wat is het?'), 'complaint');
  await user.type(within(dialog).getByLabelText('Wat de klant vertelt'), 'Te laat');
  await waitFor(() => expect(kept()).toMatchObject({ 'form.followUp.new.kind': 'complaint', 'form.followUp.new.description': 'Te laat' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  close();

  const { user: again } = await openWorkspace(scene);
  await again.click(await screen.findByRole('button', { name: /^Zaak of belofte \(begonnen\)/ }));
  const reopened = await screen.findByRole('dialog', { name: 'Opvolging noteren' });
  expect(within(reopened).getByLabelText<HTMLSelectElement>('Wat is het?').value).toBe('complaint');
  expect(within(reopened).getByLabelText<HTMLTextAreaElement>('Wat de klant vertelt').value).toBe('Te laat');
  await again.click(within(reopened).getByRole('button', { name: 'Annuleren' }));
  await waitFor(() => expect(kept()).toEqual({}));
});

test('the timeline shows everything, and F walks through the kinds', async () => {
  const { user } = await open();
  await user.keyboard('{Control>}3{/Control}');
  const list = await screen.findByRole('list', { name: 'Alles met deze klant' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(9);
  await user.keyboard('f');
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(3));
  expect(screen.getByRole('radio', { name: 'Gesprekken' }).getAttribute('aria-checked')).toBe('true');
  await user.keyboard('f');
  await waitFor(() => expect(within(list).getAllByRole('listitem').map((line) => line.textContent)).toEqual([expect.stringContaining('E-mail · inkomend')]));
});

test('what comes along from a second file is counted in words, and what it does not have is not named', async () => {
  const { user } = await openWorkspace(sceneNamed('duplicates'));
  await user.click(await screen.findByRole('button', { name: 'Vergelijken' }));
  expect((await screen.findByRole('row', { name: /^Komt mee/ })).textContent).toBe('Komt mee2 contactgegevens, 3 gesprekken');
});
