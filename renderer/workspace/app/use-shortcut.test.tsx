import { cleanup, render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ServicesContext, type Services } from './services.ts';
import { Shortcuts } from './shortcuts.ts';
import { useShortcut } from './use-shortcut.ts';

afterEach(cleanup);

test('a key goes with what it is for: it is bound before the frame that shows it, and gone with it', () => {
  const shortcuts = new Shortcuts();
  const boundBeforeFrame: string[][] = [];
  const ran: string[] = [];
  const Step = ({ name }: { readonly name: string }) => {
    useShortcut('Ctrl+e', () => ran.push(name));
    return <p>{name}</p>;
  };
  const Frame = () => {
    useLayoutEffect(() => {
      boundBeforeFrame.push([...shortcuts.bound()]);
      shortcuts.run('Ctrl+e');
    });
    return null;
  };
  const page = (name: string | null) => (
    <ServicesContext value={{ shortcuts } as unknown as Services}>
      {name === null ? null : <Step key={name} name={name} />}
      <Frame />
    </ServicesContext>
  );
  const { rerender } = render(page('first'));
  rerender(page('second'));
  rerender(page(null));
  expect(boundBeforeFrame).toEqual([['ctrl+e'], ['ctrl+e'], []]);
  expect(ran).toEqual(['first', 'second']);
});
