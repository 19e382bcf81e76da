import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const customer = sampleId(10, 1);

/** @returns what was asked about transfers and calls; what is watched is beside the point here. */
const asked = ({ main }: Scene): string[] => main.asked.filter((name) => !name.startsWith('watch'));
const panel = () => screen.findByRole('dialog', { name: /^Meneer Pieter De Smet doorverbinden$/ });
const option = (name: RegExp) => screen.findByRole('option', { name, selected: true });

async function open(name: string) {
  const scene = sceneNamed(name);
  const workspace = await openWorkspace(scene);
  await screen.findByRole('region', { name: 'Oproepen' });
  return { scene, ...workspace };
}

async function openPanel() {
  const opened = await open('connected');
  await screen.findByRole('button', { name: 'Ophangen' });
  await opened.user.keyboard('{Alt>}t{/Alt}');
  await panel();
  return opened;
}

test('closing the panel by Escape, by its button, by its key or by choosing without acting transfers nobody', async () => {
  const { scene, user } = await openPanel();
  await user.keyboard('karim');
  await option(/Karim El Amrani/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('{Alt>}t{/Alt}');
  await user.click(await screen.findByRole('option', { name: /Sofie/ }));
  await user.click(within(await panel()).getByRole('button', { name: 'Sluiten' }));
  await user.keyboard('{Alt>}t{/Alt}');
  await panel();
  await user.keyboard('{Alt>}t{/Alt}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked(scene)).toEqual([]);
});

test('nobody is chosen by opening the panel: Enter in an empty field does nothing', async () => {
  const { scene, user } = await openPanel();
  await screen.findByRole('option', { name: /Karim/ });
  await user.keyboard('{Enter}{Alt>}{Enter}{/Alt}');
  expect(screen.getByRole('button', { name: 'Direct doorverbinden' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Eerst overleggen' })).toHaveProperty('disabled', true);
  expect(asked(scene)).toEqual([]);
});

test('Enter consults, never transfers; the customer stays on the screen and waits', async () => {
  const { scene, user } = await openPanel();
  await user.keyboard('karim');
  await option(/Karim El Amrani/);
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: 'Klant: Meneer Pieter De Smet, In wacht' });
  await screen.findByRole('region', { name: 'Collega: Karim El Amrani, Gaat over' });
  expect(screen.getByDisplayValue('Coupure Rechts')).toBeTruthy();
  expect(asked(scene)).toEqual(['consult 204']);
});

test('a direct transfer by its own key takes the note along; a double click on its button is one', async () => {
  const { scene, user } = await openPanel();
  await user.keyboard('factuur');
  await option(/Sofie/);
  await user.type(screen.getByRole('textbox', { name: 'Boodschap voor uw collega' }), 'Vraag over de kredietnota');
  await user.dblClick(screen.getByRole('button', { name: 'Direct doorverbinden' }));
  await screen.findByText('Doorverbinden naar Sofie Vandenbroucke-Van Ingelgem wordt gevraagd');
  expect(asked(scene)).toEqual(['blind 207 Vraag over de kredietnota']);
  expect(screen.queryByRole('button', { name: 'Doorverbinden' })).toBeNull();
  await user.keyboard('{Alt>}{Enter}{/Alt}{Alt>}t{/Alt}');
  expect(asked(scene)).toHaveLength(1);
});

test('a note for the colleague is kept while the panel is closed, and goes with a consultation', async () => {
  const { scene, user } = await openPanel();
  await user.type(screen.getByRole('textbox', { name: 'Boodschap voor uw collega' }), 'Belt morgen');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(scene.store.files.get(sampleId(8, 1))?.draft['handOver']).toBe('Belt morgen'));
  await user.keyboard('{Alt>}t{/Alt}');
  await panel();
  await user.keyboard('klacht');
  expect((await option(/Teamcoach/)).textContent).toContain('niet storen');
  await user.keyboard('{ArrowDown}');
  await option(/Klachtendienst/);
  await user.keyboard('{Enter}');
  await screen.findByRole('region', { name: /^Collega: Klachtendienst/ });
  const consultation = scene.main.line.consultationOf(customer)!;
  await act(async () => scene.main.line.pickedUp(consultation.id));
  await user.keyboard('{Alt>}t{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['consult 1900', 'complete Belt morgen']));
});

test('the keys of a consultation work while typing and type nothing: toggle, and back to the customer', async () => {
  const { scene, user } = await open('consultation');
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Notitie/ });
  await user.click(note);
  await user.keyboard('{Alt>}l{/Alt}');
  await screen.findByRole('region', { name: 'Klant: Meneer Pieter De Smet, Aan de lijn' });
  await screen.findByRole('region', { name: 'Collega: Karim El Amrani, In wacht' });
  await user.click(screen.getByRole('button', { name: 'In wacht. Spreken met Karim El Amrani' }));
  await screen.findByRole('region', { name: 'Klant: Meneer Pieter De Smet, In wacht' });
  await user.keyboard('{Alt>}g{/Alt}');
  await screen.findByRole('button', { name: 'Ophangen' });
  expect(asked(scene)).toEqual(['call.switchTo', 'call.switchTo', 'cancel']);
  expect(note.value).toMatch(/per e-mail\.$/);
});

test('hanging up by habit during a consultation is going back; with the customer on the line it hangs up on nobody', async () => {
  const talkingToCustomer = await open('consultation-customer');
  await talkingToCustomer.user.keyboard('{Alt>}x{/Alt}');
  expect(asked(talkingToCustomer.scene)).toEqual([]);
  talkingToCustomer.close();
  const { scene, user } = await open('consultation');
  await user.keyboard('{Alt>}x{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['cancel']));
});

test('completing twice is completing once, and going back stays possible until it is done', async () => {
  const { scene, user } = await open('consultation');
  await user.dblClick(await screen.findByRole('button', { name: 'Doorverbinden' }));
  await screen.findByText('Doorverbinden naar Karim El Amrani wordt gevraagd');
  await user.keyboard('{Alt>}t{/Alt}');
  expect(asked(scene)).toEqual(['complete ']);
  expect(screen.getByRole('button', { name: 'Terug naar de klant' })).toHaveProperty('disabled', false);
  await act(async () => scene.main.line.transferred(customer));
  expect(await screen.findByText(/doorverbonden/)).toBeTruthy();
});

test('a transfer that fails says why, that the customer is back, and can be tried again', async () => {
  const { scene, user } = await open('connected');
  await user.keyboard('{Alt>}t{/Alt}');
  await panel();
  await user.keyboard('207');
  await option(/Sofie/);
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  const back = () => screen.getByRole('button', { name: 'Terug naar de klant' });
  await screen.findByText(/^Doorverbinden naar Sofie/);
  for (const [phase, words] of [['asking', /^Doorverbinden naar Sofie/], ['trying', /Sofie/], ['ringing', /^Het gaat over bij Sofie/]] as const) {
    await act(async () => scene.main.line.transferMoves(customer, phase));
    await screen.findByText(words);
    expect(back(), `the way back while ${phase}`).toHaveProperty('disabled', false);
  }
  await act(async () => scene.main.line.transferMoves(customer, 'failed', 486));
  expect((await screen.findByRole('alert')).textContent).toContain('De klant is weer bij u. Reden: in gesprek.');
  await user.click(screen.getByRole('button', { name: 'Begrepen' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(screen.getByRole('button', { name: 'Doorverbinden' })).toBeTruthy();
});

test('a refusal is told, and leaves the panel with all that was chosen and typed', async () => {
  const { scene, user } = await openPanel();
  scene.main.transferError = new BalieError('transfer.target-invalid', 'no such target');
  await user.keyboard('204');
  await option(/Karim/);
  await user.keyboard('{Enter}');
  await screen.findByText('Naar dit nummer kan niet worden doorverbonden.');
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Naar wie?' }).value).toBe('204');
});

test('three in conference are taken apart, left together, or one is removed', async () => {
  const { scene, user } = await open('consultation');
  await user.keyboard('{Alt>}c{/Alt}');
  await screen.findByRole('article', { name: 'Conferentie' });
  await user.keyboard('{Alt>}c{/Alt}');
  await screen.findByRole('article', { name: 'Ruggespraak' });
  await user.keyboard('{Alt>}c{/Alt}');
  await user.click(await screen.findByRole('button', { name: 'Karim El Amrani uit de conferentie verwijderen' }));
  await screen.findByRole('button', { name: 'Ophangen' });
  expect(asked(scene)).toEqual(['join', 'split', 'join', 'drop']);
});

test('leaving a conference transfers; hanging up ends both', async () => {
  const first = await open('conference');
  await first.user.keyboard('{Alt>}t{/Alt}');
  await waitFor(() => expect(asked(first.scene)).toEqual(['leave ']));
  first.close();
  const second = await open('conference');
  await second.user.keyboard('{Alt>}x{/Alt}');
  await waitFor(() => expect(asked(second.scene)).toEqual(['call.hangUp', 'call.hangUp']));
});

test('a ringing call is sent on by the same key', async () => {
  const { scene, user } = await open('ringing-known');
  await screen.findByRole('button', { name: 'Weigeren' });
  await user.keyboard('{Alt>}t{/Alt}');
  await screen.findByRole('dialog', { name: 'Oproep van Meneer Pieter De Smet doorsturen' });
  await user.keyboard('230');
  await option(/Teamcoach/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked(scene)).toEqual(['deflect 230']));
});

test('what the colleague wrote is read while it rings and in the call; a call that answers itself says when', async () => {
  const { user } = await open('ringing-handed-over');
  expect(await screen.findByText(/^Mevrouw wil weten waarom de kredietnota/)).toBeTruthy();
  expect(screen.getByText(/^neemt vanzelf op over \d s$/)).toBeTruthy();
  await user.keyboard('{Alt>}a{/Alt}');
  await screen.findByRole('button', { name: 'Ophangen' });
  expect(screen.getByText(/^Mevrouw wil weten waarom de kredietnota/)).toBeTruthy();
});
