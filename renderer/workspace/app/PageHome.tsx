import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import type { View } from './places.ts';
import { isTextField } from './shortcuts.ts';
import styles from './Workplace.module.css';

interface PageHomeProps {
  readonly view: View;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/**
 * Where the work and every page beside it stand. From each page the same way leads back: Escape. Out of a field it leads to the page
 * first, so that nobody leaves in the middle of a word. The focus has a home here: it is on the page whenever what had it is gone, and
 * is taken from nobody.
 */
export function PageHome({ view, onBack, children }: PageHomeProps) {
  const page = useRef<HTMLElement>(null);
  const isPage = view !== 'work';
  const goBack = useEffectEvent(onBack);
  useEffect(() => {
    const home = page.current;
    if (home === null || !isPage) return undefined;
    const goHome = (): void => {
      if (document.activeElement === document.body) home.focus({ preventScroll: true });
    };
    // Last of all: whatever in the page has a use for the key has said so by then. What lies over the page or beside it has its own.
    const leave = ({ key, target, repeat, isComposing, defaultPrevented }: KeyboardEvent): void => {
      if (key !== 'Escape' || repeat || isComposing || defaultPrevented || (target !== document.body && !home.contains(target as Node))) return;
      if (!isTextField(target)) goBack();
      // A search is emptied first, by the browser.
      else if (!(target instanceof HTMLInputElement && target.type === 'search' && target.value !== '')) home.focus({ preventScroll: true });
    };
    goHome();
    const watched = new MutationObserver(goHome);
    watched.observe(home, { childList: true, subtree: true });
    document.addEventListener('keydown', leave);
    return () => {
      watched.disconnect();
      document.removeEventListener('keydown', leave);
    };
  }, [view, isPage]);
  return (
    <main ref={page} tabIndex={-1} className={styles.main}>
      {children}
    </main>
  );
}
