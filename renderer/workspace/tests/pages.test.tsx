import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

vi.mock('uplot', () => ({ default: class { setSize = vi.fn(); destroy = vi.fn(); } }));
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
});

const pages = [
  ['{Alt>}k{/Alt}', 'Collega’s'],
  ['{Alt>}i{/Alt}', 'Oproepen'],
  ['{Control>}m{/Control}', 'Artikels'],
  ['{F4}', 'Cijfers'],
  ['{Control>}{F10}{/Control}', 'Te doen'],
  ['{Control>}d{/Control}', 'Wacht op uw beslissing'],
  ['{Control>}0{/Control}', 'Scripts'],
  ['{Control>},{/Control}', 'Instellingen'],
  ['{Control>}g{/Control}', 'Controle voor de dienst'],
] as const;

test('from every page Escape leads back to the work; out of a field it leads to the page first', async () => {
  const { user } = await openWorkspace(sceneNamed('figures-lead'));
  await screen.findByRole('navigation');
  const title = (name: string): HTMLElement | null => screen.queryByRole('heading', { level: 1, name });
  for (const [key, name] of pages) {
    await user.keyboard(key);
    await waitFor(() => expect(title(name), `${key} opens ${name}`).not.toBeNull());
    // The keyboard is in the page, whatever it found there.
    await waitFor(() => expect(screen.getByRole('main').contains(document.activeElement), name).toBe(true));
    const isInField = document.activeElement instanceof HTMLInputElement;
    await user.keyboard('{Escape}');
    if (isInField) {
      expect(document.activeElement, name).toBe(screen.getByRole('main'));
      await user.keyboard('{Escape}');
    }
    await waitFor(() => expect(title(name), `Escape leaves ${name}`).toBeNull());
  }
});

test('a dialog closes before its page', async () => {
  const { user } = await openWorkspace(sceneNamed('unsent'));
  await screen.findByRole('navigation');
  await user.keyboard('{Control>}d{/Control}');
  const list = await screen.findByRole('list', { name: 'Wacht op uw beslissing' });
  await user.click(within(list).getAllByRole('button', { name: /^Weggooien/ })[0]!);
  await screen.findByRole('alertdialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(screen.getByRole('list', { name: 'Wacht op uw beslissing' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Wacht op uw beslissing' })).toBeNull());
});

test('when the last card of unsent work is gone the focus is on the page, and Escape leads back', async () => {
  const scene = sceneNamed('unsent');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('navigation');
  await user.keyboard('{Control>}d{/Control}');
  for (;;) {
    const [give] = screen.queryAllByRole('button', { name: /^Weggooien/ });
    if (give === undefined) break;
    await user.click(give);
    await user.click(within(await screen.findByRole('alertdialog')).getAllByRole('button').at(-1)!);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await waitFor(() => expect(give.isConnected).toBe(false));
  }
  expect(scene.store.unsent.list.work).toEqual([]);
  await waitFor(() => expect(screen.getByRole('main').contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: 'Wacht op uw beslissing' })).toBeNull());
});
