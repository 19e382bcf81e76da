import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { View } from './places.ts';
import { isTextField } from './shortcuts.ts';
import { useShortcut } from './use-shortcut.ts';

interface PageHome {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * The same way back from every page beside the work: Escape. Out of a field it leads to the page first, so that nobody leaves in the
 * middle of a word. And a home for the focus: it is on the page whenever what had it is gone, and taken from nobody.
 */
export function usePageHome(view: View, onBack: () => void): PageHome {
  const ref = useRef<HTMLElement>(null);
  const isPage = view !== 'work';
  useShortcut('Escape', onBack, isPage);
  useEffect(() => {
    const page = ref.current;
    if (page === null || !isPage) return undefined;
    const goHome = (): void => {
      if (document.activeElement === document.body) page.focus({ preventScroll: true });
    };
    goHome();
    const watched = new MutationObserver(goHome);
    watched.observe(page, { childList: true, subtree: true });
    return () => watched.disconnect();
  }, [view, isPage]);
  function onKeyDown({ key, target, currentTarget, defaultPrevented }: KeyboardEvent<HTMLElement>): void {
    // What lies over the page (a dialog, a menu) tells React of its keys, and is not in the page.
    if (!isPage || key !== 'Escape' || defaultPrevented || !(target instanceof HTMLElement) || !currentTarget.contains(target) || !isTextField(target)) return;
    // A search is emptied first, by the browser.
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return;
    currentTarget.focus({ preventScroll: true });
  }
  return { ref, onKeyDown };
}
