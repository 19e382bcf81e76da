import type { UtilityProcess } from 'electron';
import type { Port } from '#shared/ipc/contract.ts';

/** The kit's port to a utility process, from main's side. */
export function utilityPort(child: UtilityProcess): Port {
  return {
    post: (message) => child.postMessage(message),
    listen(handler) {
      child.on('message', handler);
      return () => void child.off('message', handler);
    },
  };
}
