import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleDevices } from '../../../tests/workspace-preview/sample-sound.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

async function openSettings(name: 'settings' | 'settings-unplugged') {
  const scene = sceneNamed(name);
  const opened = await openWorkspace(scene);
  await opened.user.keyboard('{Control>},{/Control}');
  await screen.findByRole('heading', { name: 'Instellingen' });
  return { scene, ...opened };
}

test('a device is chosen by what it is; the standard says what it is now', async () => {
  const { scene, user } = await openSettings('settings');
  const ring = screen.getByRole('combobox', { name: 'Beltoon' });
  expect(within(ring).getByRole('option', { name: 'Systeemstandaard (nu: Realtek Audio)', selected: true })).toBeTruthy();
  expect(within(screen.getByRole('combobox', { name: 'Microfoon' })).getByRole('option', { name: 'Systeemstandaard (nu: Jabra Evolve2 65)' })).toBeTruthy();
  await user.selectOptions(ring, 'Jabra Evolve2 65');
  await waitFor(() => expect(scene.main.settings.sound).toMatchObject({ ring: { identity: 'jabra', label: 'Jabra Evolve2 65' }, microphone: { identity: 'jabra' } }));
  await user.selectOptions(ring, 'Systeemstandaard (nu: Realtek Audio)');
  await waitFor(() => expect(scene.main.settings.sound.ring).toBe('system'));
});

test('a device that is not there is named, with what is used in its place, and who disturbs the headset', async () => {
  await openSettings('settings-unplugged');
  const microphone = screen.getByRole('combobox', { name: 'Microfoon' });
  expect(within(microphone).getByRole('option', { name: 'Jabra Evolve2 65 (niet aangesloten)', selected: true })).toBeTruthy();
  expect(screen.getAllByText(/^Niet aangesloten. In gebruik: Realtek Audio/)).toHaveLength(2);
  expect(screen.getByText('Een ander programma bedient deze headset mee')).toBeTruthy();
  const bar = screen.getByRole('group', { name: 'Toestand van lijn en gegevens' });
  expect(within(bar).getByText('Andere microfoon')).toBeTruthy();
  expect(within(bar).getByText('Headset gedeeld')).toBeTruthy();
});

test('the microphone is listened to while the settings are open, and no longer', async () => {
  const { scene, user } = await openSettings('settings');
  await waitFor(() => expect(scene.main.asked.at(-1)).toBe('watch microphone on'));
  await user.click(screen.getByRole('button', { name: 'Terug naar de werkplek' }));
  await waitFor(() => expect(scene.main.asked.at(-1)).toBe('watch microphone off'));
});

test('both test sounds are asked where they would be heard', async () => {
  const { scene, user } = await openSettings('settings');
  await user.click(screen.getByRole('button', { name: 'Testgeluid' }));
  await user.click(await screen.findByRole('button', { name: 'Beltoon testen' }));
  await waitFor(() => expect(scene.main.asked).toEqual(expect.arrayContaining(['test speaker', 'test ring'])));
});

test('what is done to the microphone is switched with a word on what it means; two at once are both kept', async () => {
  const { scene, user } = await openSettings('settings');
  expect(screen.getByRole('switch', { name: 'Microfoonvolume automatisch regelen' })).toHaveProperty('checked', false);
  await user.click(screen.getByRole('switch', { name: 'Echo onderdrukken' }));
  await user.click(screen.getByRole('switch', { name: 'Toetsgeluid dempen' }));
  await waitFor(() => expect(scene.main.settings.sound).toMatchObject({ echoCancellation: false, keyNoiseSuppression: true, noiseSuppression: true }));
});

test('a second call can be told that the line is busy, and calls go elsewhere while the operator is not ready', async () => {
  const { scene, user } = await openSettings('settings');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Een tweede oproep tijdens een gesprek' }), 'In gesprek melden');
  const forward = screen.getByRole('switch', { name: 'Doorschakelen als ik niet beschikbaar ben' });
  expect(forward).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: 'Doorschakelen naar' }), '203{Enter}');
  await user.click(forward);
  await waitFor(() => expect(scene.main.settings.telephone).toEqual({ whileTalking: 'busy', forward: { enabled: true, target: '203' } }));
});

test('the check before the shift is started and answered by key; what is wrong says what to do', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Controle voor de dienst' });
  await user.keyboard('{Control>}g{/Control}');
  await screen.findByText('In één minuut weet u of alles werkt');
  await user.keyboard('{Control>}g{/Control}');
  await screen.findByRole('group', { name: 'Hebt u het gehoord?' });
  await user.keyboard('n');
  await screen.findByText('Los dit eerst op voor u oproepen neemt');
  expect(scene.main.asked).toEqual(expect.arrayContaining(['readiness.start', 'speaker not heard']));
  expect(within(screen.getByRole('list', { name: 'Wat er nagekeken wordt' })).getByText(/^U hoort de klant niet. Zet het volume hoger/)).toBeTruthy();
});

test('leaving the check while it runs ends it', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}g{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Beginnen' }));
  await screen.findByRole('group', { name: 'Hebt u het gehoord?' });
  await user.click(screen.getByRole('button', { name: 'Terug naar de werkplek' }));
  await waitFor(() => expect(scene.main.asked).toContain('readiness.cancel'));
});

test('the numbers behind the quality are one key away; a poor line comes with advice', async () => {
  const scene = sceneNamed('poor-line');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Lijn slecht' });
  await user.keyboard('{Control>}l{/Control}');
  const numbers = await screen.findByRole('dialog', { name: 'Kwaliteit van de lijn' });
  const [call] = scene.main.snapshot.calls;
  act(() => scene.main.server.emit('quality', { callId: call!.id, sample: { mos: 2.14, lossPercent: 7.5, sentLossPercent: 0.4, jitterMs: 48.4, roundTripMs: null, codec: 'opus' } }));
  await waitFor(() => expect(numbers.textContent).toMatch(/MOS\)2,1 van 5Verlies, naar u7,5 %Verlies, naar de klant0,4 %Jitter48 ms.*nog niet gemetenCodecopus/));
  expect(screen.getByText('De lijn blijft slecht')).toBeTruthy();
  expect(screen.getByText(/^Er gaat geluid verloren onderweg/)).toBeTruthy();
  act(() => scene.main.server.emit('quality', { callId: call!.id, sample: { mos: 2.3, lossPercent: 0.5, sentLossPercent: 8, jitterMs: 12, roundTripMs: 60, codec: 'opus' } }));
  expect(await screen.findByText(/^De klant hoort u slecht/)).toBeTruthy();
  act(() => scene.main.server.emit('quality', { callId: call!.id, sample: { mos: 3.1, lossPercent: 0, sentLossPercent: 0, jitterMs: 12, roundTripMs: 1_020, codec: 'opus' } }));
  expect(await screen.findByText(/^U en de klant horen elkaar laat/)).toBeTruthy();
});

test('a recording is started, paused, resumed and stopped by key, and always says how it stands', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Opname starten' });
  const record = async (keys: string, shown: string): Promise<void> => {
    await user.keyboard(keys);
    await waitFor(() => expect(within(screen.getByRole('group', { name: 'Opname van dit gesprek' })).getByRole('status').textContent).toBe(shown));
  };
  await record('{Alt>}p{/Alt}', 'Wordt opgenomen');
  await record('{Alt>}p{/Alt}', 'Opname op pauze');
  await record('{Alt>}p{/Alt}', 'Wordt opgenomen');
  await user.keyboard('{Control>}o{/Control}');
  await screen.findByRole('button', { name: 'Opname starten' });
  expect(scene.main.asked.filter((name) => name.startsWith('recording'))).toEqual(['recording.start', 'recording.pause operator', 'recording.resume operator', 'recording.stop']);
});

test('a recording that failed is told at once, and is not offered where the centre does not record', async () => {
  const scene = sceneNamed('poor-line');
  await openWorkspace(scene);
  expect((await screen.findByRole('alert')).textContent).toContain('Dit gesprek wordt niet opgenomen');
  act(() => scene.main.line.change(scene.main.snapshot.calls[0]!.id, (call) => (call.state === 'connected' ? { ...call, recording: { state: 'off' } } : call)));
  act(() => scene.main.update({ policy: { ...scene.main.snapshot.policy!, recording: 'never' } }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Opname starten' })).toBeNull());
});

test('the caller is asked for consent at the first step, in the words of the script', async () => {
  const scene = sceneNamed('call-begins');
  const { user } = await openWorkspace(scene);
  const consent = await screen.findByRole('group', { name: 'Toestemming voor de opname' });
  expect(consent.textContent).toContain('Om onze dienstverlening op te volgen nemen wij dit gesprek graag op.');
  await user.keyboard('{Alt>}1{/Alt}');
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Toestemming voor de opname' })).toBeNull());
});

test('a recording stands still while a sensitive field is filled in, also when another window comes in front', async () => {
  const scene = sceneNamed('sensitive-field');
  const { user } = await openWorkspace(scene);
  const account = await screen.findByRole('textbox', { name: 'Rekeningnummer (IBAN)' });
  await user.click(account);
  await screen.findByText('Opname op pauze: gevoelig veld');
  // Another program in front: the focus leaves the page, not the field.
  fireEvent.blur(window);
  await user.type(account, 'BE68');
  expect(screen.getByText('Opname op pauze: gevoelig veld')).toBeTruthy();
  await user.click(screen.getByRole('textbox', { name: 'Notitie' }));
  await screen.findByText('Wordt opgenomen');
  expect(scene.main.asked.filter((name) => name.startsWith('recording'))).toEqual(['recording.pause sensitive-field', 'recording.resume sensitive-field']);
});

test('a page that comes after one that died resumes what that one had paused; what the operator paused stays paused', async () => {
  const scene = sceneNamed('sensitive-field');
  scene.main.line.change(scene.main.snapshot.calls[0]!.id, (call) => (call.state === 'connected' ? { ...call, recording: { state: 'paused', reasons: ['sensitive-field', 'operator'] } } : call));
  await openWorkspace(scene);
  await screen.findByText('Opname op pauze');
  expect(scene.main.asked).toContain('recording.resume sensitive-field');
});

test('a headset that comes loose during the call is told, and that it is back', async () => {
  const scene = sceneNamed('recording');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Ophangen' });
  act(() => scene.main.update({ devices: sampleDevices(false) }));
  expect((await screen.findByText('Jabra Evolve2 65 is losgekomen. Het gesprek gaat door.')).parentElement?.textContent).toContain('U hoort de klant nu via Realtek Audio. U spreekt in Realtek Audio.');
  act(() => scene.main.update({ devices: sampleDevices() }));
  await screen.findByText('Jabra Evolve2 65 is terug. U hoort de klant weer zoals daarnet.');
  await user.click(screen.getByRole('button', { name: 'Sluiten' }));
  await waitFor(() => expect(screen.queryByText(/is terug/)).toBeNull());
});

test('a note that came through the centre is read with the call, and says who wrote it', async () => {
  const scene = sceneNamed('connected');
  const [file] = scene.store.files.values();
  const { id, queueId, number, startedAt } = file!.interaction;
  const handOver = { id, version: 1, updatedAt: startedAt, interactionId: id, callId: id, agentId: id, customerId: null, queueId, number, kind: 'blind' as const, target: '201', identity: null, script: null, note: 'Derde keer dat hij belt.', at: startedAt, by: 'Karim Bensaïd' };
  scene.store.files.set(id, { ...file!, handOver });
  await openWorkspace(scene);
  expect((await screen.findByText('Boodschap van Karim Bensaïd')).parentElement?.textContent).toContain('Derde keer dat hij belt.');
});
