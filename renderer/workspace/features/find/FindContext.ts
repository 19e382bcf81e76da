import { createContext, useContext } from 'react';

/** The search box over the whole workspace. */
export interface FindBox {
  readonly isOpen: boolean;
  readonly open: () => void;
}

export const FindContext = createContext<FindBox | null>(null);

export function useFindBox(): FindBox {
  const box = useContext(FindContext);
  if (box === null) throw new Error('FindContext is missing');
  return box;
}
