import { useCallback, type Ref, type RefCallback } from 'react';
import { ariaKeys } from './key-label.ts';

/**
 * Tells screen readers which keys do the same as a control. React Aria Components lets `aria-keyshortcuts` through on none of its
 * components, so it is set on the element itself.
 *
 * @param keys combinations as the shortcuts are registered, `Alt+m`; several are parted by a space.
 * @param outer what the caller wants to know of the element.
 * @returns the control's `ref`.
 */
export function useKeyShortcuts<T extends Element>(keys: string | undefined, outer?: Ref<T>): RefCallback<T> {
  return useCallback(
    (element: T) => {
      if (keys === undefined) element.removeAttribute('aria-keyshortcuts');
      else element.setAttribute('aria-keyshortcuts', ariaKeys(keys));
      return hand(outer, element);
    },
    [keys, outer],
  );
}

/** @returns what takes it back. */
function hand<T>(ref: Ref<T> | undefined, element: T): () => void {
  if (typeof ref === 'function') {
    const leave = ref(element);
    return typeof leave === 'function' ? leave : () => void ref(null);
  }
  if (ref == null) return () => undefined;
  ref.current = element;
  return () => {
    ref.current = null;
  };
}
