import { afterEach, expect, test } from 'vitest';
import { Shortcuts } from './shortcuts.ts';

afterEach(() => document.body.replaceChildren());

function press(shortcuts: Shortcuts, init: KeyboardEventInit, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.addEventListener('keydown', (seen) => shortcuts.handle(seen as KeyboardEvent), { once: true });
  target.dispatchEvent(event);
  return event;
}

function listening(...combinations: string[]): { readonly shortcuts: Shortcuts; readonly ran: string[] } {
  const shortcuts = new Shortcuts();
  const ran: string[] = [];
  for (const combination of combinations) shortcuts.add(combination, () => ran.push(combination));
  return { shortcuts, ran };
}

test('a letter goes by what the key types: M of an AZERTY keyboard stands where a semicolon is elsewhere', () => {
  const { shortcuts, ran } = listening('Alt+m');
  const event = press(shortcuts, { key: 'm', code: 'Semicolon', altKey: true });
  expect(ran).toEqual(['Alt+m']);
  expect(event.defaultPrevented).toBe(true);
});

test('a digit goes by its place too: the digit row of an AZERTY keyboard types signs', () => {
  const { shortcuts, ran } = listening('1', 'Alt+2');
  press(shortcuts, { key: '&', code: 'Digit1' });
  press(shortcuts, { key: 'é', code: 'Digit2', altKey: true });
  expect(ran).toEqual(['1', 'Alt+2']);
});

test('Option on macOS types signs, or begins an accent: the place of the letter counts', () => {
  const { shortcuts, ran } = listening('Alt+a', 'Alt+n');
  press(shortcuts, { key: 'å', code: 'KeyA', altKey: true });
  press(shortcuts, { key: 'Dead', code: 'KeyN', altKey: true });
  expect(ran).toEqual(['Alt+a', 'Alt+n']);
});

test('AltGr is not Alt: an operator who types a bracket hangs up nobody', () => {
  const { shortcuts, ran } = listening('Alt+x', 'Ctrl+x');
  press(shortcuts, { key: 'x', code: 'KeyX', altKey: true, modifierAltGraph: true });
  press(shortcuts, { key: 'x', code: 'KeyX', altKey: true, ctrlKey: true });
  expect(ran).toEqual([]);
});

test('bare keys belong to whoever types, combinations do not', () => {
  const { shortcuts, ran } = listening('1', 'Alt+1', 'Ctrl+s');
  const input = document.body.appendChild(document.createElement('input'));
  expect(press(shortcuts, { key: '1', code: 'Digit1' }, input).defaultPrevented).toBe(false);
  press(shortcuts, { key: '1', code: 'Digit1', altKey: true }, input);
  press(shortcuts, { key: 's', code: 'KeyS', metaKey: true }, input);
  expect(ran).toEqual(['Alt+1', 'Ctrl+s']);
});

test('a function key types nothing, and works while somebody types', () => {
  const { shortcuts, ran } = listening('F7');
  const input = document.body.appendChild(document.createElement('input'));
  expect(press(shortcuts, { key: 'F7', code: 'F7' }, input).defaultPrevented).toBe(true);
  press(shortcuts, { key: 'F7', code: 'F7', altKey: true }, input);
  expect(ran).toEqual(['F7']);
});

test('a key that is held down acts once', () => {
  const { shortcuts, ran } = listening('Alt+m');
  press(shortcuts, { key: 'm', altKey: true });
  press(shortcuts, { key: 'm', altKey: true, repeat: true });
  expect(ran).toEqual(['Alt+m']);
});

test('the last one registered has the key, and gives it back', () => {
  const { shortcuts, ran } = listening('Ctrl+k');
  const remove = shortcuts.add('Ctrl+k', () => ran.push('inner'));
  press(shortcuts, { key: 'k', ctrlKey: true });
  remove();
  press(shortcuts, { key: 'k', ctrlKey: true });
  expect(ran).toEqual(['inner', 'Ctrl+k']);
});
