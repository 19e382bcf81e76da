import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Place } from '../../app/places.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useLinkToWork } from '../customer/use-link-to-work.ts';
import { useExport } from '../export/use-export.ts';
import type { FindBox } from './FindContext.ts';
import { FindPalette } from './FindPalette.tsx';
import type { FindTarget } from './find-hit.ts';

interface Find {
  readonly box: FindBox;
  /** The box itself, while it is open. */
  readonly palette: ReactNode;
}

/** Opens the search box from anywhere, and gives the cursor back to where it was. */
export function useFind(onPlace: (place: Place) => void, onArticle: (id: string) => void): Find {
  const { shortcuts } = useServices();
  const linkToWork = useLinkToWork();
  const { save } = useExport();
  const [isOpen, setOpen] = useState(false);
  const former = useRef<Element | null>(null);

  const open = useCallback((): void => {
    former.current = document.activeElement;
    setOpen(true);
  }, []);
  const box = useMemo((): FindBox => ({ isOpen, open }), [isOpen, open]);

  function close(back: boolean): void {
    setOpen(false);
    // A field keeps its cursor and its selection while it is left.
    if (back && former.current instanceof HTMLElement && former.current.isConnected) former.current.focus();
  }

  function go(target: FindTarget): void {
    close(target.to === 'action' || target.to === 'export' || target.to === 'article');
    switch (target.to) {
      case 'action':
        shortcuts.run(target.keys);
        return;
      case 'article':
        onArticle(target.id);
        return;
      case 'customer':
        onPlace({ view: 'customer', customerId: target.customerId });
        return;
      case 'export':
        save({ list: 'customers', text: target.text }, 'xlsx');
        return;
      case 'settings':
        onPlace({ view: 'settings', section: target.section });
        return;
      case 'directory':
      case 'history':
      case 'products':
        onPlace({ view: target.to, text: target.text });
    }
  }

  function link(customerId: string): void {
    close(true);
    void linkToWork?.(customerId).then((done) => done && onPlace({ view: 'work' }));
  }

  useShortcut('Ctrl+k', open, !isOpen);
  return { box, palette: isOpen ? <FindPalette onGo={go} onLink={link} onClose={close} /> : null };
}
