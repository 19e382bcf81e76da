import type { Client } from '#shared/ipc/client.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';

/** A defect in a loop must not fill the log. */
const most = 20;

/**
 * Tells main, for the log, what went wrong in the page and was caught by nobody.
 *
 * @returns a function that stops.
 */
export function reportDefects(main: Client<MainContract>): () => void {
  let reported = 0;
  const report = (thrown: unknown): void => {
    if (reported >= most) return;
    reported += 1;
    const { message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    main.call('log.defect', { message: message.slice(0, 2000), stack: (stack ?? '').slice(0, 10_000) }).catch(() => undefined);
  };
  const onError = (event: ErrorEvent): void => report(event.error ?? event.message);
  const onRejection = (event: PromiseRejectionEvent): void => report(event.reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
