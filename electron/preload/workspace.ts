import { contextBridge, ipcRenderer } from 'electron';
import { createSpelling } from './spelling.ts';
import { mainChannel, storeGoneChannel, storePortChannel } from '#shared/ipc/channels.ts';

type Handler = (message: unknown) => void;

/** Keeps listeners across replaced ports, and what is posted while there is none. */
function createBuffer() {
  const handlers = new Set<Handler>();
  return {
    deliver: (message: unknown) => {
      for (const handler of handlers) handler(message);
    },
    listen: (handler: Handler) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}

function mainPort() {
  const { deliver, listen } = createBuffer();
  ipcRenderer.on(mainChannel, (_event, message: unknown) => deliver(message));
  return { post: (message: unknown) => ipcRenderer.send(mainChannel, message), listen };
}

function storePort() {
  const { deliver, listen } = createBuffer();
  let port: MessagePort | null = null;
  let waiting: unknown[] = [];

  ipcRenderer.on(storePortChannel, (event) => {
    const next = event.ports[0];
    if (next === undefined) return;
    const replaces = port !== null;
    port?.close();
    port = next;
    port.onmessage = ({ data }: MessageEvent<unknown>) => deliver(data);
    if (replaces) deliver({ kind: 'reset' });
    for (const message of waiting.splice(0)) port.postMessage(message);
  });
  ipcRenderer.on(storeGoneChannel, () => {
    if (port === null) return;
    port.close();
    port = null;
    waiting = [];
    deliver({ kind: 'reset' });
  });

  return {
    post: (message: unknown) => {
      if (port === null) waiting.push(message);
      else port.postMessage(message);
    },
    listen,
  };
}

/** All that the page can reach. The contracts on these two ports are parsed on the other side. */
contextBridge.exposeInMainWorld('balie', { main: mainPort(), store: storePort(), spelling: createSpelling() });
