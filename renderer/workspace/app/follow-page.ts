import { reportDefects } from './report-defects.ts';
import type { Services } from './services.ts';
import { followCalls, followStore } from './store-queries.ts';

/**
 * Ties the services to the page: keys, store events, defects, and saving before the page goes away.
 *
 * @returns a function that unties them.
 */
export function followPage(services: Services): () => void {
  const { journal, shortcuts, main, snapshots, store, queries, notices } = services;
  const flush = (): void => journal.flushAll();
  const flushWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  const stopStore = followStore(store, queries);
  const stopCalls = followCalls(snapshots, store, queries);
  const stopReports = reportDefects(main);
  const stopRefusals = main.on('refused', ({ code }) => notices.show({ kind: 'error', code }));
  document.addEventListener('keydown', shortcuts.handle, { capture: true });
  // Leaving a field is a natural full stop: what was typed in it goes to disk at once.
  document.addEventListener('focusout', flush);
  document.addEventListener('visibilitychange', flushWhenHidden);
  window.addEventListener('blur', flush);
  window.addEventListener('beforeunload', flush);
  window.addEventListener('pagehide', flush);
  return () => {
    stopStore();
    stopCalls();
    stopReports();
    stopRefusals();
    document.removeEventListener('keydown', shortcuts.handle, { capture: true });
    document.removeEventListener('focusout', flush);
    document.removeEventListener('visibilitychange', flushWhenHidden);
    window.removeEventListener('blur', flush);
    window.removeEventListener('beforeunload', flush);
    window.removeEventListener('pagehide', flush);
  };
}
