import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { ringingCall } from '../../../tests/fixtures/calls.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

/** What could be read from the page by whoever passes: its words, and what stands in its fields. */
function wholePage(): string {
  const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => (field as HTMLInputElement).value);
  return [document.documentElement.outerHTML, document.title, ...fields].join('\n');
}

test('locked by its key, the page holds nothing of the customer; unlocked, what was typed stands there', async () => {
  const scene = sceneNamed('wrap-up');
  const { user, services } = await openWorkspace(scene);
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Notitie/ });
  expect(wholePage()).toContain('De Smet');
  await user.click(note);
  await user.type(note, ' Rekening BE68 5390.');
  await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await screen.findByRole('heading', { name: 'Balie is vergrendeld' });
  for (const personal of ['De Smet', 'Coupure', 'BE68', 'buur op 46', '+3247', 'Factuur', 'factuur']) expect(wholePage()).not.toContain(personal);
  // Nor does the page keep what it had read.
  expect(JSON.stringify(services.queries.getQueryCache().getAll().map(({ state }) => state.data ?? null))).not.toContain('De Smet');
  const password = screen.getByLabelText('Wachtwoord van Lotte Vermeulen');
  expect(document.activeElement).toBe(password);
  await user.type(password, 'fout{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe('Dit wachtwoord klopt niet.');
  expect((password as HTMLInputElement).value).toBe('');
  await user.type(password, 'geheim{Enter}');
  await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Notitie/ }).value).toContain('neemt aan. Vraagt factuur per e-mail. Rekening BE68 5390.'));
  expect(wholePage()).toContain('De Smet');
});

test('a call that rings at a locked desk shows its number and is taken by key; the file stays shut until it is unlocked', async () => {
  const scene = sceneNamed('idle');
  scene.main.update({ lock: { since: '2026-01-01T08:00:00.000Z', retryAt: null } });
  const { user } = await openWorkspace(scene);
  await user.type(await screen.findByLabelText('Wachtwoord van Lotte Vermeulen'), 'gehe');
  act(() => scene.main.ring(ringingCall({ party: { number: '+32475112233', raw: '+32475112233', displayName: null } })));
  const calls = within(await screen.findByRole('region', { name: 'Oproepen' }));
  await calls.findByText('+32 475 11 22 33');
  expect(calls.getByRole('status').textContent).toBe('Er komt een oproep binnen. Alt A neemt op.');
  // Who is typing goes on typing.
  expect(document.activeElement).toBe(screen.getByLabelText('Wachtwoord van Lotte Vermeulen'));
  await user.keyboard('{Alt>}a{/Alt}');
  await calls.findByRole('button', { name: 'Ophangen' });
  await user.keyboard('{Alt>}m{/Alt}');
  await calls.findByRole('button', { name: 'Dempen uit' });
  expect(screen.getByRole('heading', { name: 'Balie is vergrendeld' })).toBeTruthy();
  await user.keyboard('im{Enter}');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Balie is vergrendeld' })).toBeNull());
  expect(await screen.findByRole('button', { name: 'Ophangen' })).toBeTruthy();
});

const asked = (scene: Scene): string[] => scene.main.asked.filter((name) => !name.startsWith('watch'));

test('help is called without a password: by key, with one confirmation, and never by Enter alone', async () => {
  const scene = sceneNamed('locked');
  const { user } = await openWorkspace(scene);
  const password = await screen.findByLabelText('Wachtwoord van Lotte Vermeulen');
  const help = screen.getByRole('region', { name: 'Noodoproep' });
  expect(within(help).getAllByRole('button')).toHaveLength(1);
  await user.keyboard('{Alt>}n{/Alt}');
  expect(within(help).getAllByRole('button').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Noodoproep'), '112', '101', '100']);
  // Whoever leans on Enter opens the question and answers it with no, over and over.
  for (const _ of ['once', 'twice']) {
    await waitFor(() => expect(document.activeElement?.textContent).toBe('112'));
    await user.keyboard('{Enter}');
    await screen.findByRole('alertdialog');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  }
  expect(asked(scene)).toEqual([]);
  await user.click(within(help).getByRole('button', { name: '112 bellen' }));
  await user.click(within(await screen.findByRole('alertdialog', { name: '112 is een noodnummer' })).getByRole('button', { name: '112 bellen' }));
  const calls = within(await screen.findByRole('region', { name: 'Oproepen' }));
  const card = await calls.findByRole('article');
  expect(card.textContent).toContain('112 · Gaat over');
  expect(asked(scene)).toEqual(['dial 112 confirmed']);
  // What the screen reader reads next is the call, and nobody calls twice.
  await waitFor(() => expect(document.activeElement).toBe(card));
  expect(screen.queryByRole('region', { name: 'Noodoproep' })).toBeNull();
  const { id } = scene.main.snapshot.calls[0]!;
  act(() => scene.main.line.pickedUp(id));
  calls.getByText('Zeg eerst waar u bent: de hulpdiensten zien misschien het adres van het centrum.');
  expect(calls.queryByText(/Het dossier ziet u/)).toBeNull();
  expect(calls.queryByRole('button', { name: 'Wacht' })).toBeNull();
  await user.keyboard('{Alt>}m{/Alt}');
  await calls.findByRole('button', { name: 'Dempen uit' });
  await user.keyboard('{Alt>}d{/Alt}');
  const keypad = within(await screen.findByRole('dialog'));
  expect(keypad.queryByText(/Pincode/)).toBeNull();
  await user.click(keypad.getByRole('button', { name: '1' }));
  expect(asked(scene)).toContain('digits 1');
  await user.keyboard('{Alt>}x{/Alt}');
  await waitFor(() => expect(calls.queryByRole('article')).toBeNull());
  expect(screen.getByRole('heading', { name: 'Balie is vergrendeld' })).toBeTruthy();
  // Nothing of all that was typed into the password, in which whoever comes back types on.
  expect((password as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(password);
});

test('a call for help that fails says so as long as nobody has called again; a line that is not connected says it before', async () => {
  const scene = sceneNamed('locked');
  const { user } = await openWorkspace(scene);
  const call = async () => {
    await user.keyboard('{Alt>}n{/Alt}');
    await user.click(await screen.findByRole('button', { name: '101 bellen' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '101 bellen' }));
    await screen.findByRole('article');
  };
  await screen.findByRole('region', { name: 'Noodoproep' });
  await call();
  act(() => scene.main.line.end(scene.main.snapshot.calls[0]!.id, 'busy', 'remote'));
  await screen.findByRole('alert');
  // Main forgets it after some seconds.
  act(() => scene.main.update({ calls: [], lock: { since: '2026-01-01T08:00:00.000Z', retryAt: new Date(Date.now() + 60_000).toISOString() } }));
  await screen.findByText(/^Te veel pogingen/);
  expect(screen.getByRole('alert').textContent).toBe('De oproep naar 101 is niet gelukt: in gesprek. Probeer opnieuw, of neem een ander toestel.');
  await call();
  act(() => scene.main.line.end(scene.main.snapshot.calls[0]!.id));
  await screen.findByRole('region', { name: 'Noodoproep' });
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => scene.main.update({ registration: { state: 'off' } }));
  await user.keyboard('{Alt>}n{/Alt}');
  await screen.findByText('Neem een ander toestel, bijvoorbeeld een gsm.');
});

test('who answers another call while help is on the line has help back by one button', async () => {
  const scene = sceneNamed('locked-help');
  const { user } = await openWorkspace(scene);
  const calls = within(await screen.findByRole('region', { name: 'Oproepen' }));
  act(() => scene.main.ring(ringingCall({ party: { number: '+32475112233', raw: '+32475112233', displayName: null } })));
  await calls.findByText('+32 475 11 22 33');
  const help = within(calls.getByText('112').closest('article')!);
  expect(help.queryByRole('button', { name: /Wacht|Hernemen/ })).toBeNull();
  await user.keyboard('{Alt>}a{/Alt}');
  await user.click(await help.findByRole('button', { name: 'Hernemen' }));
  await waitFor(() => expect(help.queryByRole('button', { name: 'Hernemen' })).toBeNull());
});

test('main has the last word about a call for help; where the centre knows no emergency numbers there is none', async () => {
  const scene = sceneNamed('locked');
  const { user } = await openWorkspace(scene);
  scene.main.dialError = new BalieError('call.limit', 'the line is full');
  await screen.findByRole('region', { name: 'Noodoproep' });
  await user.keyboard('{Alt>}n{/Alt}');
  await user.click(await screen.findByRole('button', { name: '112 bellen' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '112 bellen' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Er zijn al genoeg oproepen op uw lijn.Neem een ander toestel, bijvoorbeeld een gsm.');
  act(() => scene.main.update({ policy: { ...scene.main.snapshot.policy!, emergencyNumbers: [] } }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Noodoproep' })).toBeNull());
});

test('while a pause lasts it says how long, and without the centre which password opens', async () => {
  const scene = sceneNamed('locked-offline');
  await openWorkspace(scene);
  expect(await screen.findByText(/^Te veel pogingen\. Opnieuw over \d+ s\.$/)).toBeTruthy();
  expect(screen.getByText('Het centrum is niet bereikbaar. Uw wachtwoord van uw laatste aanmelding hier ontgrendelt ook.')).toBeTruthy();
});

test('a centre with a provider unlocks in the browser; who leaves signs out and keeps their work', async () => {
  const scene = sceneNamed('locked-offline');
  scene.main.provider = true;
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: /Ontgrendelen via de browser/ });
  await user.click(screen.getByRole('button', { name: 'Afmelden' }));
  await screen.findByRole('button', { name: 'Aanmelden' });
  expect(scene.main.asked).toContain('session.signOut keep');
});

test('the menu of the operator locks as well; a refusal is told in words', async () => {
  const { user, services } = await openWorkspace(sceneNamed('idle'));
  act(() => services.notices.show({ kind: 'error', code: 'lock.no-way' }));
  expect(await screen.findByText('U bent aangemeld met een bestand, zonder wachtwoord: vergrendeld raakt u niet meer binnen. Vergrendel uw computer zelf.')).toBeTruthy();
  await user.keyboard('{Alt>}s{/Alt}');
  await user.click(await screen.findByRole('menuitem', { name: /Vergrendelen/ }));
  await screen.findByRole('heading', { name: 'Balie is vergrendeld' });
});
