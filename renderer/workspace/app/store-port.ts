import { storeGoneChannel, storePortChannel } from '#shared/ipc/channels.ts';
import type { Port } from '#shared/ipc/contract.ts';

/**
 * The page's end of the line to the store process. The port itself comes into the page, as the preload hands it over: what crosses
 * Electron's bridge is walked through and copied once more, which for a customer's file takes longer than reading it.
 *
 * Keeps listeners across replaced ports, and what is posted while there is none. A page of which the store has gone is told `reset`.
 *
 * @param page where the preload leaves the ports; only what it says itself is heard.
 */
export function storePort(page: Window): Port {
  const handlers = new Set<(message: unknown) => void>();
  let port: MessagePort | null = null;
  let waiting: unknown[] = [];

  function deliver(message: unknown): void {
    for (const handler of handlers) handler(message);
  }

  function replace(next: MessagePort): void {
    const replaces = port !== null;
    port?.close();
    port = next;
    port.onmessage = ({ data }: MessageEvent<unknown>) => deliver(data);
    if (replaces) deliver({ kind: 'reset' });
    for (const message of waiting.splice(0)) next.postMessage(message);
  }

  function lose(): void {
    if (port === null) return;
    port.close();
    port = null;
    waiting = [];
    deliver({ kind: 'reset' });
  }

  page.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
    if (source !== page) return;
    if (data === storePortChannel && ports[0] !== undefined) replace(ports[0]);
    else if (data === storeGoneChannel) lose();
  });

  return {
    post: (message) => {
      if (port === null) waiting.push(message);
      else port.postMessage(message);
    },
    listen: (handler) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}
