import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useShortcut } from '../../app/use-shortcut.ts';
import { KnowledgeContext, useKnowledgePanel, type Knowledge, type Wish } from './KnowledgeContext.ts';

/** Read when it is first opened: most calls need nothing looked up. */
const KnowledgePanel = lazy(async () => ({ default: (await import('./KnowledgePanel.tsx')).KnowledgePanel }));

/** Opens the panel from anywhere, and gives the cursor back to where it was. */
export function KnowledgeProvider({ children }: { readonly children: ReactNode }) {
  const [wish, setWish] = useState<Wish | null>(null);
  const former = useRef<Element | null>(null);
  const open = useCallback((articleId?: string): void => {
    const active = document.activeElement;
    if (active?.closest('[data-knowledge]') == null) former.current = active;
    setWish({ articleId: articleId ?? null });
  }, []);
  const close = useCallback((): void => {
    setWish(null);
    // A field keeps its cursor and its selection while it is left.
    if (former.current instanceof HTMLElement && former.current.isConnected) former.current.focus();
  }, []);
  useShortcut('F1', () => open());
  const knowledge = useMemo((): Knowledge => ({ wish, open, close }), [wish, open, close]);
  return <KnowledgeContext value={knowledge}>{children}</KnowledgeContext>;
}

/** The panel itself, while it is open. */
export function KnowledgeAside() {
  const { wish, close } = useKnowledgePanel();
  if (wish === null) return null;
  return (
    <Suspense fallback={null}>
      <KnowledgePanel wish={wish} onClose={close} />
    </Suspense>
  );
}
