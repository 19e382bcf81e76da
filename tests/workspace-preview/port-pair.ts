import type { Port, WireMessage } from '#shared/ipc/contract.ts';

/**
 * Two ends of a channel inside one page. Messages are cloned and arrive later, as between processes; what was posted
 * arrives, also when the end that posted it is gone by then.
 */
export function portPair(): { readonly near: Port; readonly far: Port } {
  const near = new Set<(message: unknown) => void>();
  const far = new Set<(message: unknown) => void>();
  const end = (own: Set<(message: unknown) => void>, other: Set<(message: unknown) => void>): Port => ({
    post(message: WireMessage) {
      const copy = structuredClone(message);
      const receivers = [...other];
      queueMicrotask(() => {
        for (const receive of receivers) receive(copy);
      });
    },
    listen(handler) {
      own.add(handler);
      return () => void own.delete(handler);
    },
  });
  return { near: end(near, far), far: end(far, near) };
}
