import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openWorkspace } from '../tests/open-workspace.tsx';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { Button } from './Button.tsx';
import { ariaKeys } from './key-label.ts';

afterEach(cleanup);

test('keys are written as screen readers know them', () => {
  expect(['Ctrl+k', 'Ctrl+Enter', '3 Alt+3', 'Ctrl+,'].map((keys) => ariaKeys(keys, false))).toEqual(['Control+K', 'Control+Enter', '3 Alt+3', 'Control+,']);
  expect(ariaKeys('Ctrl+k', true)).toBe('Meta+K');
});

test('a button tells its key, and the next one when it changes; who wants to know the element does', () => {
  const element = { current: null as HTMLButtonElement | null };
  const { rerender } = render(<Button ref={element} keys="Ctrl+s">Bewaren</Button>);
  const button = screen.getByRole('button', { name: /Bewaren/ });
  expect([button.getAttribute('aria-keyshortcuts'), element.current]).toEqual(['Control+S', button]);
  rerender(<Button ref={element} keys="Alt+s">Bewaren</Button>);
  expect(button.getAttribute('aria-keyshortcuts')).toBe('Alt+S');
  rerender(<Button ref={element}>Bewaren</Button>);
  expect(button.hasAttribute('aria-keyshortcuts')).toBe(false);
});

test.each(['ringing-known', 'connected'])('every button of the workplace that shows a key tells it too: %s', async (name) => {
  await openWorkspace(sceneNamed(name));
  const order = await screen.findByRole('tab', { name: /^Bestelling/ });
  const shown = [...document.querySelectorAll('button')].filter((button) => button.querySelector('kbd') !== null);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((button) => !button.hasAttribute('aria-keyshortcuts')).map((button) => button.textContent)).toEqual([]);
  expect(order.getAttribute('aria-keyshortcuts')).toBe('Control+4');
});
