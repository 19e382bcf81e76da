import { contextBridge, ipcRenderer } from 'electron';
import { createSpelling } from './spelling.ts';
import { mainChannel, storeGoneChannel, storePortChannel } from '#shared/ipc/channels.ts';

type Handler = (message: unknown) => void;

function mainPort() {
  const handlers = new Set<Handler>();
  ipcRenderer.on(mainChannel, (_event, message: unknown) => {
    for (const handler of handlers) handler(message);
  });
  return {
    post: (message: unknown) => ipcRenderer.send(mainChannel, message),
    listen: (handler: Handler) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
  };
}

/** All that the page can reach. The contracts on these two ports are parsed on the other side. */
contextBridge.exposeInMainWorld('balie', { main: mainPort(), spelling: createSpelling() });

// The port to the store goes into the page itself (renderer/workspace/app/store-port.ts), in one order with the news that the store has gone.
ipcRenderer.on(storePortChannel, (event) => window.postMessage(storePortChannel, location.origin, [...event.ports]));
ipcRenderer.on(storeGoneChannel, () => window.postMessage(storeGoneChannel, location.origin));
