import type { KeyboardEvent } from 'react';

/** Arrow keys walk from line to line of a list, to the first button of each; Home and End go to its ends. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const at = lines.findIndex((line) => line.contains(event.target as Node));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  const button = to === undefined ? null : lines[to]?.querySelector('button');
  if (button == null) return;
  event.preventDefault();
  button.focus();
}

/** Puts the focus in the list, on its first line. */
export function enterList(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-line] button')?.focus();
}
