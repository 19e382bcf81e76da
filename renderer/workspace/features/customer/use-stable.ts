import { useState } from 'react';

/** @returns the same object as long as its content, flat and serialisable, is the same. */
export function useStable<T extends object>(value: T): T {
  const [kept, setKept] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
