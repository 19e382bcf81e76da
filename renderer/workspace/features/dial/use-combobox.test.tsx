import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useCombobox } from './use-combobox.ts';

afterEach(cleanup);

interface Item {
  readonly id: string;
}

interface BoxProps {
  readonly items: readonly Item[];
  readonly following: () => Promise<readonly Item[]> | null;
  readonly onEnter: (id: string) => void;
}

function Box({ items, following, onEnter }: BoxProps) {
  const [text, setText] = useState('');
  const combobox = useCombobox<Item>({ items, isOpen: true, ready: items[0] ?? null, onEnter: ({ id }) => onEnter(id), following, onEscape: () => undefined });
  return (
    <input
      value={text}
      {...combobox.inputProps}
      onChange={(event) => {
        setText(event.target.value);
        combobox.reset();
      }}
    />
  );
}

function opened(items: readonly string[]) {
  const coming = Promise.withResolvers<readonly Item[]>();
  const onEnter = vi.fn<(id: string) => void>();
  const view = render(<Box items={items.map((id) => ({ id }))} following={() => coming.promise} onEnter={onEnter} />);
  screen.getByRole('combobox').focus();
  /** The answer comes, and whoever waited for it has had their turn. */
  const answer = async (...ids: readonly string[]): Promise<void> => {
    coming.resolve(ids.map((id) => ({ id })));
    await coming.promise;
    await Promise.resolve();
  };
  return { user: userEvent.setup(), onEnter, answer, unmount: view.unmount };
}

test.each([
  ['nothing stands there yet', []],
  ['what stands there answers a former text', ['former']],
])('Enter waits for what was typed when %s', async (_, items) => {
  const { user, onEnter, answer } = opened(items);
  await user.keyboard('smet{Enter}');
  expect(onEnter).not.toHaveBeenCalled();
  await answer('typed', 'other');
  expect(onEnter.mock.calls).toEqual([['typed']]);
});

test.each(['{Enter}x', '{Enter}{Escape}', '{Enter}{ArrowDown}'])('an Enter that waits is taken back by what is done next (%s)', async (keys) => {
  const { user, onEnter, answer } = opened(['former', 'latter']);
  await user.keyboard(keys);
  await answer('typed');
  expect(onEnter).not.toHaveBeenCalled();
});

test('nor does it act once the box is gone, and pressed twice it acts once', async () => {
  const gone = opened([]);
  await gone.user.keyboard('{Enter}');
  gone.unmount();
  await gone.answer('typed');
  expect(gone.onEnter).not.toHaveBeenCalled();
  const twice = opened([]);
  await twice.user.keyboard('{Enter}{Enter}');
  await twice.answer('typed');
  expect(twice.onEnter.mock.calls).toEqual([['typed']]);
});

test('what was pointed at is taken at once: the eye saw it', async () => {
  const { user, onEnter } = opened(['one', 'two']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onEnter.mock.calls).toEqual([['two']]);
});
