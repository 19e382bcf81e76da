import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ringingCall } from '../../../tests/fixtures/calls.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
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
