import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { sampleId } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const asked = ({ main }: Scene): string[] => main.asked.filter((name) => !name.startsWith('watch'));
const field = () => screen.findByRole<HTMLInputElement>('combobox', { name: 'Zelf bellen' });
const ready = (name: RegExp) => screen.findByRole('option', { name, selected: true });

async function open(name: string) {
  const scene = sceneNamed(name);
  const workspace = await openWorkspace(scene);
  await field();
  return { scene, ...workspace };
}

test('a colleague is called by name, from the middle of a note', async () => {
  const { scene, user } = await open('connected');
  await user.click(await screen.findByRole('textbox', { name: /^Notitie/ }));
  await user.keyboard('{Alt>}b{/Alt}');
  expect(document.activeElement).toBe(await field());
  await user.keyboard('karim');
  await ready(/Karim El Amrani.*vrij/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked(scene)).toEqual(['dial 204']));
});

test('an empty field offers the customer on screen and recent calls, and calls nobody by itself', async () => {
  const { scene, user } = await open('connected');
  await user.keyboard('{Alt>}b{/Alt}');
  await screen.findByRole('option', { name: /Pieter De Smet.*klant op het scherm/ });
  await user.keyboard('{Enter}');
  expect(asked(scene)).toEqual([]);
  await user.keyboard('{ArrowDown}');
  await ready(/Pieter De Smet/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked(scene)).toEqual(['dial +3292254107']));
});

test('a number is pasted as it was found', async () => {
  const { scene, user } = await open('idle');
  await user.click(await field());
  await user.paste('tel:+32 (0)2 555.12.34\n');
  await ready(/bellen/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked(scene)).toEqual(['dial +32 (0)2 555.12.34']));
  await waitFor(async () => expect((await field()).value).toBe(''));
});

test('an emergency number is asked about first; the first choice calls nobody', async () => {
  const { scene, user } = await open('idle');
  await user.click(await field());
  await user.keyboard('112');
  await ready(/112/);
  await user.keyboard('{Enter}');
  await screen.findByRole('alertdialog', { name: '112 is een noodnummer' });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(asked(scene)).toEqual(['dial 112']);
  await user.click(screen.getByRole('button', { name: 'Bellen' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '112 bellen' }));
  await waitFor(() => expect(asked(scene)).toEqual(['dial 112', 'dial 112', 'dial 112 confirmed']));
});

test('what links ask to dial waits in a list; its keys take the oldest', async () => {
  const { scene, user } = await open('busy-line');
  expect(await screen.findByText('+32 9 225 41 07')).toBeTruthy();
  expect(screen.getByText('02 555 12 34')).toBeTruthy();
  await user.keyboard('{Alt>}e{/Alt}');
  await waitFor(() => expect(screen.queryByText('+32 9 225 41 07')).toBeNull());
  expect(asked(scene)).toEqual([]);
  await user.keyboard('{Alt>}j{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['dial 02 555 12 34']));
  await waitFor(() => expect(scene.main.snapshot.dialRequests).toEqual([]));
});

test('the missed call is called back once, voicemail is called, do not disturb is switched off', async () => {
  const { scene, user } = await open('busy-line');
  await user.dblClick(await screen.findByRole('button', { name: /^Gemist .*: \+32 472 33 44 55$/ }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Gemist/ })).toBeNull());
  expect(asked(scene)).toEqual(['dial +32472334455']);
  await user.keyboard('{Alt>}y{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['dial +32472334455', 'dial *98']));
  await user.click(screen.getByRole('button', { name: 'Niet storen' }));
  await waitFor(() => expect(scene.main.snapshot.line.doNotDisturb).toBe(false));
});

test('do not disturb stands in the menu of the agent, beside the states', async () => {
  const { scene, user } = await open('idle');
  await user.keyboard('{Alt>}s{/Alt}');
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Niet storen' }));
  await waitFor(() => expect(scene.main.snapshot.line.doNotDisturb).toBe(true));
  expect(scene.main.snapshot.agent.state).toBe('available');
});

test('colleagues are found by competence with what their telephone does, and a ringing call is picked up by key', async () => {
  const { scene, user } = await open('idle');
  await user.keyboard('{Alt>}k{/Alt}');
  const list = await screen.findByRole('list', { name: 'Collega’s' });
  expect((await within(list).findByText('Jeroen Peeters')).closest('li')?.textContent).toContain('gaat over');
  const lineOf = (name: string) => within(list).getByText(name).closest('li')?.textContent;
  expect(lineOf('Teamcoach Bestellingen')).toContain('niet storen');
  expect(lineOf('Amélie Dubois')).toContain('pauze');
  await waitFor(() => expect(scene.main.asked).toContain('watch 204 207 211 215 230 1900'));
  await user.keyboard('{Alt>}f{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['pick up 211']));
  await user.keyboard('factuur');
  await waitFor(() => expect(within(list).queryByText('Jeroen Peeters')).toBeNull());
  await act(async () => scene.main.update({ presence: [{ number: '207', state: 'free' }] }));
  expect(within(list).getByText('Sofie Vandenbroucke-Van Ingelgem').closest('li')?.textContent).toContain('vrij');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(asked(scene)).toEqual(['pick up 211', 'dial 207']));
});

test('calls are listed by page, filtered, and called back; their customer is shown beside them', async () => {
  const { scene, user } = await open('idle');
  await user.keyboard('{Alt>}i{/Alt}');
  const list = await screen.findByRole('list', { name: 'Oproepen' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(50));
  await user.click(screen.getByRole('button', { name: 'Oudere oproepen' }));
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(70));
  expect(within(list).getByText(/doorverbonden naar 204 · MOS 4,3/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Gemist' }));
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: '+32 472 33 44 55 terugbellen' }));
  await waitFor(() => expect(asked(scene)).toEqual(['dial +32472334455']));
  await user.click(screen.getByRole('radio', { name: 'Alle' }));
  await user.type(screen.getByRole('searchbox', { name: 'Oproep zoeken' }), 'anker');
  await user.click((await screen.findAllByRole('button', { name: /^Dossier van Brasserie/ }))[0]!);
  expect(await screen.findByText('klant3@voorbeeld.be')).toBeTruthy();
});

test('several lines: the next one by key, joined by key; the waiting one is answered', async () => {
  const { scene, user } = await open('several-lines');
  await screen.findByText('Wachtende oproep');
  await user.keyboard('{Alt>}c{/Alt}');
  await screen.findByRole('article', { name: 'Conferentie' });
  expect(asked(scene)).toEqual(['join']);
  await user.keyboard('{Alt>}a{/Alt}');
  await waitFor(() => expect(asked(scene)).toEqual(['join', 'call.answer']));
  expect(scene.main.snapshot.calls.find((call) => call.id === sampleId(10, 3))?.state).toBe('connected');
});

test('digits that are typed ahead wait for as long as it rings: nobody is told after half a minute that they were refused', async () => {
  const { services, user } = await open('connected');
  const call = vi.spyOn(services.main, 'call');
  await user.keyboard('{Alt>}d{/Alt}');
  await screen.findByRole('dialog', { name: 'Toetsen' });
  await user.keyboard('7');
  await waitFor(() => expect(call).toHaveBeenCalledWith('call.sendDigits', { callId: expect.any(String) as string, digits: '7' }, { timeoutMs: 0 }));
});

test('stored codes and pasted digits leave from the keypad', async () => {
  const { scene, user } = await open('connected');
  await user.keyboard('{Alt>}d{/Alt}');
  await screen.findByRole('dialog', { name: 'Toetsen' });
  await user.click(screen.getByRole('button', { name: /Pincode voicemail/ }));
  await user.paste('0800 12-34#');
  await waitFor(() => expect(asked(scene)).toEqual(['digits 1234#', 'digits 08001234#']));
});
