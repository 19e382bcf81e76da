import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

// jsdom draws and measures nothing: the picture is looked at in a browser.
vi.mock('uplot', () => ({ default: class { setSize = vi.fn(); destroy = vi.fn(); } }));
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
});

/** The page, once the workplace is there to hear the key. */
async function openFigures(scene: Scene): Promise<UserEvent> {
  const { user } = await openWorkspace(scene);
  await screen.findByRole('navigation');
  await user.keyboard('{F4}');
  return user;
}

const table = 'Cijfers van de wachtrijen';

test('who leads a team sees each queue against its agreement, by one key; what is on the screen leaves as a file', async () => {
  const scene = sceneNamed('figures-lead');
  const user = await openFigures(scene);
  await screen.findByRole('heading', { level: 1, name: 'Cijfers' });
  await user.keyboard('{F5}');
  const queues = await screen.findByRole('table', { name: table });
  const rows = within(queues).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/afspraak (nog niet )?gehaald/), expect.stringContaining('Klantendienst'), expect.not.stringContaining('script gevolgd'), expect.stringMatching(/^Nachtlijn0–/)]);
  // Arrow keys go from queue to queue, and each is shown below in full.
  within(rows[0]!).getByRole('button').focus();
  await user.keyboard('{ArrowDown}');
  expect(await screen.findByRole('heading', { level: 2, name: /^Klantendienst/ })).toBeTruthy();
  expect(within(rows[1]!).getByRole('button').getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: /^Exporteren/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV (tekst)' }));
  await waitFor(() => expect(scene.main.exported).toMatchObject([{ request: { list: 'queueFigures', bucket: 'day', team: null }, format: 'csv', headings: { wrapUp: 'Nawerk (s)' }, words: { 'figures.agreed': 'afspraak' } }]));
});

test('without the centre it says so; what was fetched stays, with its age', async () => {
  const scene = sceneNamed('figures-lead');
  const user = await openFigures(scene);
  await user.click(await screen.findByRole('radio', { name: 'Wachtrijen' }));
  await screen.findByRole('table', { name: table });
  scene.main.figuresError = new BalieError('session.unreachable', 'no network');
  await user.click(screen.getByRole('button', { name: 'Opnieuw ophalen' }));
  expect(await screen.findByText(/^U ziet de cijfers van \d\d:\d\d$/)).toBeTruthy();
  expect(screen.getByRole('table', { name: table })).toBeTruthy();
  // Other days were never fetched.
  await user.click(screen.getByRole('radio', { name: 'Vandaag' }));
  expect(await screen.findByText('De cijfers van de wachtrijen komen van het centrum')).toBeTruthy();
  expect(screen.queryByRole('table', { name: table })).toBeNull();
});

test('who leads a team reads the trail of identity checks: by whom, what, right or wrong; a line opens its conversation, and the file', async () => {
  const scene = sceneNamed('figures-lead');
  const user = await openFigures(scene);
  await screen.findByRole('heading', { level: 1, name: 'Cijfers' });
  await user.keyboard('{F5}{F5}');
  const trail = await screen.findByRole('table', { name: 'Identiteitscontroles' });
  const lines = (): readonly HTMLElement[] => [...trail.querySelectorAll<HTMLElement>('tr[data-line]')];
  await waitFor(() => expect(lines()[0]!.textContent).toMatch(/Lotte Vermeulen.*Postcode✓juist · opent persoonlijke gegevens, bestellingen en betalingen/));
  expect(lines()[1]!.textContent).toMatch(/Postcode✗fout/);
  expect(lines()[3]!.textContent).toMatch(/Karim El Amrani.*meegekomen van Karim El Amrani: Geboortedatum, Klantnummer/);
  expect(lines()[4]!.textContent).toContain('niet te controleren: Terugbellen op het gekende nummer');
  await user.click(screen.getByRole('button', { name: 'Oudere tonen' }));
  await waitFor(() => expect(lines()).toHaveLength(30));
  expect(screen.queryByRole('button', { name: 'Oudere tonen' })).toBeNull();
  within(lines()[0]!).getByRole('button').focus();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await within(trail).findByText('Dit gesprek staat niet op dit toestel.')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: /^Exporteren/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV (tekst)' }));
  await waitFor(() => expect(scene.main.exported).toMatchObject([{ request: { list: 'identityChecks', agentId: null, kind: null }, headings: { check: 'Gevraagd' }, words: { 'check.postcode': 'Postcode', 'answer.wrong': 'fout' } }]));
  scene.main.figuresError = new BalieError('session.unreachable', 'no network');
  await user.click(screen.getByRole('button', { name: 'Opnieuw ophalen' }));
  expect(await screen.findByText(/^U ziet de controles zoals ze waren op/)).toBeTruthy();
  expect(lines()).toHaveLength(30);
  await user.click(screen.getByRole('radio', { name: 'Vandaag' }));
  expect(await screen.findByText('De identiteitscontroles staan bij het centrum')).toBeTruthy();
});

test('an operator has their own figures, and no way to others', async () => {
  const scene = sceneNamed('figures');
  const user = await openFigures(scene);
  await screen.findByRole('heading', { level: 1, name: 'Mijn cijfers' });
  expect(screen.queryByRole('radiogroup', { name: 'Wiens cijfers' })).toBeNull();
  await user.keyboard('{F5}');
  expect(screen.getByRole('heading', { level: 1, name: 'Mijn cijfers' })).toBeTruthy();
});
