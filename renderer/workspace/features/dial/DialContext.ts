import { createContext, useContext } from 'react';

export interface Dialler {
  /** Calls a number in any notation. An emergency number is asked about first. True when the call was made. */
  readonly dial: (target: string) => Promise<boolean>;
  /** A call is being made: a second press makes no second one. */
  readonly busy: boolean;
}

export const DialContext = createContext<Dialler | null>(null);

export function useDial(): Dialler {
  const dialler = useContext(DialContext);
  if (dialler === null) throw new Error('DialContext is missing');
  return dialler;
}
