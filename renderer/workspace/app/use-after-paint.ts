import { startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * For what stands beside the essential: it is drawn in the frame after, so that the essential need not wait for it.
 *
 * @param waits whether it is so at all when the component first comes.
 * @returns false at first, true once the frame that this component first came with has been painted.
 */
export function useAfterPaint(waits: boolean): boolean {
  const [isPainted, setPainted] = useState(!waits);
  useEffect(() => (isPainted ? undefined : afterPaint(() => startTransition(() => setPainted(true)))), [isPainted]);
  return isPainted;
}

/**
 * A value as it was when the last frame was painted: what shows it is drawn behind the frame of whatever changed it. React's
 * `useDeferredValue` draws behind the task, which may be before its frame, and holds that up.
 */
export function useBehindFrame<T>(value: T): T {
  const [behind, setBehind] = useState(value);
  const latest = useRef(value);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = value;
    if (Object.is(value, behind)) return;
    // One that waits already takes the latest along: what changes with every frame is not put off for ever.
    waiting.current ??= afterPaint(() => {
      waiting.current = null;
      startTransition(() => setBehind(latest.current));
    });
  }, [value, behind]);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = null;
    },
    [],
  );
  return behind;
}
