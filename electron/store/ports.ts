import type { Port } from '#shared/ipc/contract.ts';

/**
 * A port as both Electron's MessagePortMain and node:worker_threads' MessagePort have it. `M` is what a
 * listener receives: Electron's event, or the posted value itself.
 */
interface MessagePortLike<M> {
  postMessage(message: unknown): void;
  /** A Worker seen from its parent needs none. */
  start?(): void;
  on(event: 'close', listener: () => void): unknown;
  on(event: 'message', listener: (message: M) => void): unknown;
  off(event: 'message', listener: (message: M) => void): unknown;
}

interface ParentMessage<P> {
  // As Electron declares it: the type is settled by the kit, which parses every message.
  readonly data: unknown;
  readonly ports: P[];
}

/** What `process.parentPort` of a utility process offers. */
interface ParentPortLike<P> {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: ParentMessage<P>) => void): unknown;
  off(event: 'message', listener: (message: ParentMessage<P>) => void): unknown;
}

/** The message by which main hands over the port of a workspace window. */
const attachWorkspace = { kind: 'attach-workspace' } as const;

function isAttachWorkspace(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === attachWorkspace.kind;
}

/** Electron wraps what was posted in an event with `data` and `ports`; worker_threads hands over the value itself. */
function unwrap(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'data' in message && 'ports' in message ? message.data : message;
}

/** The kit's port over a transferred MessagePort; `onClose` runs when the other end is gone. */
export function messagePort<M>(port: MessagePortLike<M>, onClose: () => void): Port {
  port.on('close', onClose);
  return {
    post: (message) => port.postMessage(message),
    listen(handler) {
      const listener = (message: M): void => handler(unwrap(message));
      port.on('message', listener);
      port.start?.();
      return () => void port.off('message', listener);
    },
  };
}

/** The kit's port over the way to main; transfers of workspace ports are taken out of it. */
export function controlPort<P>(parent: ParentPortLike<P>, onWorkspace: (port: P) => void): Port {
  return {
    post: (message) => parent.postMessage(message),
    listen(handler) {
      const listener = (event: ParentMessage<P>): void => {
        const port = event.ports[0];
        if (isAttachWorkspace(event.data) && port !== undefined) onWorkspace(port);
        else handler(event.data);
      };
      parent.on('message', listener);
      return () => void parent.off('message', listener);
    },
  };
}
