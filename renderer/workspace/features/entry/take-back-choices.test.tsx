import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeBackChoices } from './take-back-choices.ts';

let stop: () => void;
const heard: string[] = [];

beforeEach(() => {
  document.body.innerHTML = '<select><option>nl</option><option>fr</option><option>de</option></select><input type="date" value="2026-11-30"><input type="checkbox"><textarea></textarea>';
  stop = takeBackChoices();
  heard.length = 0;
});
afterEach(() => stop());

const field = <E extends HTMLElement>(selector: string): E => document.querySelector<E>(selector)!;
const undo = '{Control>}z{/Control}';

test('a list goes back choice by choice, and whoever listens hears of it', async () => {
  const user = userEvent.setup();
  const list = field<HTMLSelectElement>('select');
  list.addEventListener('change', () => heard.push(list.value));
  list.focus();
  await user.selectOptions(list, 'fr');
  await user.selectOptions(list, 'de');
  await user.keyboard(undo);
  expect(list.value).toBe('fr');
  await user.keyboard(undo);
  await user.keyboard(undo);
  expect(list.value).toBe('nl');
  expect(heard).toEqual(['fr', 'de', 'fr', 'nl']);
});

test('a day and a tick go back', async () => {
  const user = userEvent.setup();
  const day = field<HTMLInputElement>('[type=date]');
  day.focus();
  await user.clear(day);
  await user.type(day, '2026-12-24');
  for (let step = 0; step < 2; step += 1) await user.keyboard(undo);
  expect(day.value).toBe('2026-11-30');
  const tick = field<HTMLInputElement>('[type=checkbox]');
  tick.focus();
  await user.keyboard(' ');
  expect(tick.checked).toBe(true);
  await user.keyboard(undo);
  expect(tick.checked).toBe(false);
});

test('what somebody else changed meanwhile is not undone', async () => {
  const user = userEvent.setup();
  const list = field<HTMLSelectElement>('select');
  list.focus();
  await user.selectOptions(list, 'fr');
  list.value = 'de';
  await user.keyboard(undo);
  expect(list.value).toBe('de');
  field('textarea').focus();
  list.focus();
  await user.keyboard(undo);
  expect(list.value).toBe('de');
});

test('typed text is the browser’s: the key reaches it', async () => {
  const user = userEvent.setup();
  const prevented: boolean[] = [];
  const listen = (event: KeyboardEvent): void => void (event.key === 'z' && prevented.push(event.defaultPrevented));
  window.addEventListener('keydown', listen);
  field('textarea').focus();
  await user.keyboard(undo);
  field('select').focus();
  await user.keyboard(undo);
  window.removeEventListener('keydown', listen);
  expect(prevented).toEqual([false, true]);
});
