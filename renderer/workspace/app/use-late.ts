import { useEffect, useState } from 'react';

/** @returns true once something has been awaited for longer than this, as long as it is. */
export function useLate(isAwaited: boolean, afterMs: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isAwaited) return undefined;
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isAwaited, afterMs]);
  return isAwaited && isLate;
}
