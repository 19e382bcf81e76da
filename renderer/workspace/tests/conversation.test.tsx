import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { stateOf } from '#shared/domain/script/run.ts';
import { ringingCall } from '../../../tests/fixtures/calls.ts';
import { customers, outcomes, sampleFileOf, sampleId, sampleInteraction } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const note = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Notitie/ });
const strip = () => screen.findByRole('region', { name: 'Oproepen' });
const script = () => screen.getByRole('region', { name: /^Script/ });

test('while it rings, name, number, queue, file and script are on screen', async () => {
  await openWorkspace(sceneNamed('ringing-known'));
  expect(await screen.findByDisplayValue('Coupure Links')).toBeTruthy();
  const { textContent } = await strip();
  expect(textContent).toContain('Meneer Pieter De Smet');
  expect(textContent).toContain('+32 9 225 41 07');
  expect(textContent).toContain('Bestellingen NL');
  expect(script().textContent).toContain('Lotte Vermeulen');
});

test('an incoming call takes no focus from someone typing, and its keys work while typing', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const field = await note();
  await user.click(field);
  await user.type(field, ' half');
  const second = ringingCall({ id: sampleId(10, 9), queueKey: null });
  await act(async () => {
    scene.main.ring(second);
    scene.store.open(sampleFileOf(sampleInteraction(9, { customerId: customers[1]!.customer.id }), second.id));
  });
  expect(await screen.findByRole('heading', { name: /An De Smet-Vandenbroucke/ })).toBeTruthy();
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Alt>}m{/Alt}');
  await waitFor(() => expect(scene.main.asked).toEqual(['call.setMuted']));
  expect(field.value).toMatch(/ half$/);
  await user.keyboard('{Alt>}a{/Alt}');
  await waitFor(() => expect(scene.main.asked).toEqual(['call.setMuted', 'call.answer']));
});

test('a call that rings is announced politely, without moving the focus', async () => {
  const scene = sceneNamed('idle');
  await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Klaar voor de volgende oproep' });
  const call = ringingCall({ id: sampleId(10, 9) });
  await act(async () => {
    scene.main.ring(call);
    scene.store.open(sampleFileOf(sampleInteraction(9, { customerId: customers[0]!.customer.id }), call.id));
  });
  await waitFor(() => expect(screen.getAllByRole('status').map((region) => region.textContent)).toContain('Oproep van Meneer Pieter De Smet, Bestellingen NL. Alt A om op te nemen, Alt W om te weigeren.'));
  expect(document.activeElement).toBe(document.body);
});

test('the script moves by number keys, by Alt and a digit while typing, and back', async () => {
  const scene = sceneNamed('connected-organisation');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Opening' });
  await user.keyboard('1');
  await screen.findByRole('heading', { name: 'Identiteit controleren' });
  const field = await note();
  await user.click(field);
  await user.keyboard('1');
  expect(field.value).toBe('1');
  await user.keyboard('{Alt>}1{/Alt}');
  await screen.findByRole('heading', { name: 'Doel van het gesprek' });
  expect(field.value).toBe('1');
  await user.keyboard('{Alt>}v{/Alt}');
  await screen.findByRole('heading', { name: 'Identiteit controleren' });
});

test('a mandatory step is skipped with a reason in own words only', async () => {
  const { user } = await openWorkspace(sceneNamed('connected-organisation'));
  await screen.findByRole('heading', { name: 'Opening' });
  await user.keyboard('1');
  await screen.findByRole('heading', { name: 'Identiteit controleren' });
  await user.keyboard('{Alt>}o{/Alt}');
  const reason = await screen.findByRole('textbox', { name: /^Waarom slaat u deze verplichte stap over/ });
  expect(within(script()).queryByRole('group', { name: 'Gebruikelijke redenen' })).toBeNull();
  await user.keyboard('{Enter}');
  expect(within(script()).getByText('Vul dit veld in.')).toBeTruthy();
  await user.type(reason, 'Lijn viel weg{Enter}');
  await screen.findByRole('heading', { name: 'Doel van het gesprek' });
});

test('any other step is skipped by the number of a usual reason and Enter, or in own words', async () => {
  const scene = sceneNamed('connected-organisation');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Opening' });
  await user.keyboard('{Alt>}o{/Alt}');
  const reason = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Waarom slaat u deze stap over/ });
  await user.keyboard('{Enter}');
  expect(within(script()).getByText('Vul dit veld in.')).toBeTruthy();
  await user.keyboard('Om 1 uur');
  expect(reason.value).toBe('Om 1 uur');
  await user.clear(reason);
  await user.keyboard('12');
  expect(reason.value).toBe('Al besproken');
  await user.tab();
  await user.keyboard('4');
  expect(reason.value).toBe('Geen tijd');
  expect(document.activeElement).toBe(reason);
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Identiteit controleren' });
  const kept = [...scene.store.files.values()].flatMap(({ interaction }) => (interaction.scriptRun === null ? [] : stateOf(interaction.scriptRun).trail));
  expect(kept).toMatchObject([{ answer: null, reason: 'Geen tijd' }]);
});

test('a reload comes back to the same call, script step and half-typed fields', async () => {
  const scene = sceneNamed('connected');
  const first = await openWorkspace(scene);
  const field = await note();
  await first.user.clear(field);
  await first.user.type(field, 'Belt morgen terug');
  await first.user.keyboard('{Alt>}1{/Alt}');
  await within(script()).findByRole('heading', { name: 'Bestelling opnemen' });
  first.close();
  await waitFor(() => expect(scene.store.files.get(sampleId(8, 1))?.draft['note']).toBe('Belt morgen terug'));

  await openWorkspace(scene);
  expect((await note()).value).toBe('Belt morgen terug');
  expect(screen.getByDisplayValue('Coupure Rechts')).toBeTruthy();
  expect(within(script()).getByRole('heading', { name: 'Bestelling opnemen' })).toBeTruthy();
  expect((await strip()).textContent).toContain('Meneer Pieter De Smet');
});

test('what is typed reaches the journal before the page goes, without waiting for a batch', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  const field = await note();
  await user.click(field);
  await user.type(field, '!');
  await act(async () => {
    window.dispatchEvent(new Event('pagehide'));
  });
  expect(scene.store.files.get(sampleId(8, 1))?.draft['note']).toMatch(/!$/);
});

test('closing is refused at the field that is asked for, then writes the result once and frees the operator', async () => {
  const scene = sceneNamed('wrap-up-empty');
  const { user } = await openWorkspace(scene);
  await note();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toBe('Kies eerst het resultaat.');
  expect(document.activeElement?.textContent).toContain('Resultaat kiezen');

  await user.keyboard('{Alt>}r{/Alt}');
  await user.click(await screen.findByRole('option', { name: 'Bestelling geplaatst' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toBe('Bij dit resultaat hoort een zin.');
  await user.keyboard('Geleverd op donderdag.{Control>}{Enter}{/Control}');
  await waitFor(() => expect(scene.main.asked).toEqual(['agent.wrappedUp']));
  expect(scene.store.closed).toHaveLength(1);
  expect(scene.store.closed[0]).toMatchObject({ outcomeId: outcomes[0]!.id, sentence: 'Geleverd op donderdag.', note: expect.stringContaining('buur op 46') as string });
  // What was corrected in the customer's file went with it.
  expect(scene.main.snapshot.agent.state).toBe('not-ready');
  await screen.findByRole('heading', { name: 'U krijgt nu geen oproepen' });
});

test('an interrupted conversation is listed and taken up where it was', async () => {
  const { user } = await openWorkspace(sceneNamed('unfinished'));
  const list = await screen.findByRole('region', { name: 'Nog af te werken' });
  const line = (await within(list).findByText(/^Onderbroken gesprek van .* met Pieter De Smet$/)).closest('li');
  await user.click(within(line!).getByRole('button', { name: 'Afwerken' }));
  expect((await note()).value).toContain('buur op 46');
  expect((await strip()).textContent).toContain('onderbroken op');
});

test('what is missing leads to its field, and the cursor stays there', async () => {
  const { user } = await openWorkspace(sceneNamed('call-begins'));
  const meter = await screen.findByRole('button', { name: /^Volledigheid/ });
  await user.click(meter);
  const missing = await screen.findByRole('dialog', { name: 'Wat nog ontbreekt' });
  await user.click(within(missing).getByRole('button', { name: /^Resultaat in één zin/ }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Wat nog ontbreekt' })).toBeNull());
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Resultaat in één zin' }));
});
