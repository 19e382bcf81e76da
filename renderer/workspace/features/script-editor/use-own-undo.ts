import { useState, type FocusEvent } from 'react';

/** What is typed inside is no part of the script: undoing there is the field's own affair. */
export const hasOwnUndo = { 'data-own-undo': true } as const;

/** Says whether whoever types does so outside the script, as in the remark of a version or in a call that is tried. */
export function useOwnUndo(): { readonly isInside: boolean; readonly watch: { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: () => void } } {
  const [isInside, setInside] = useState(false);
  return { isInside, watch: { onFocus: ({ target }) => setInside(target.matches('input, textarea') && target.closest('[data-own-undo]') !== null), onBlur: () => setInside(false) } };
}
