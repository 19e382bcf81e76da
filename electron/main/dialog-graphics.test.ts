import { expect, test } from 'vitest';
import { withoutDialogGraphics } from './dialog-graphics.ts';

test('GTK is told to load no graphics, until it has started', () => {
  const env: NodeJS.ProcessEnv = { DISPLAY: ':0' };
  const takeBack = withoutDialogGraphics(env);
  expect(env).toEqual({ DISPLAY: ':0', GDK_GL: 'disable' });
  takeBack();
  expect(env).toEqual({ DISPLAY: ':0' });
});

test('what somebody set themselves stays', () => {
  const env: NodeJS.ProcessEnv = { GDK_GL: 'always' };
  withoutDialogGraphics(env)();
  expect(env).toEqual({ GDK_GL: 'always' });
});
