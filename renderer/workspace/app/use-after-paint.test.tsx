import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAfterPaint, useBehindFrame } from './use-after-paint.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A frame of 60 a second, and the tasks right behind it. */
const frame = (): void => act(() => void vi.advanceTimersByTime(17));

test('what waits for a frame comes behind it, and what does not wait is there at once', () => {
  const waiting = renderHook(() => useAfterPaint(true));
  expect([waiting.result.current, renderHook(() => useAfterPaint(false)).result.current]).toEqual([false, true]);
  frame();
  expect(waiting.result.current).toBe(true);
});

test('in a window that draws no frames it comes all the same', () => {
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  const { result } = renderHook(() => useAfterPaint(true));
  frame();
  expect(result.current).toBe(false);
  act(() => void vi.advanceTimersByTime(100));
  expect(result.current).toBe(true);
});

test('a value that changes with every frame is followed, a frame behind', () => {
  const { result, rerender } = renderHook(({ value }) => useBehindFrame(value), { initialProps: { value: 0 } });
  const seen: number[] = [];
  for (const value of [1, 2, 3]) {
    rerender({ value });
    seen.push(result.current);
    frame();
  }
  expect([seen, result.current]).toEqual([[0, 1, 2], 3]);
});

test('two changes within a frame are drawn once, as the later one', () => {
  const drawn: number[] = [];
  const { rerender } = renderHook(({ value }) => drawn.push(useBehindFrame(value)), { initialProps: { value: 0 } });
  rerender({ value: 1 });
  rerender({ value: 2 });
  frame();
  expect(new Set(drawn)).toEqual(new Set([0, 2]));
});
