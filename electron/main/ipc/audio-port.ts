import { MessageChannelMain, type WebContents } from 'electron';
import { audioPortChannel } from '#shared/ipc/channels.ts';
import type { Port } from '#shared/ipc/contract.ts';

interface AudioPort extends Port {
  close(): void;
}

/** Opens a port to the audio window's page, which has been loaded. Call it once for each load. */
export function audioPort(contents: WebContents): AudioPort {
  const { port1, port2 } = new MessageChannelMain();
  contents.postMessage(audioPortChannel, null, [port2]);
  port1.start();
  return {
    post: (message) => port1.postMessage(message),
    listen(handler) {
      const receive = (event: { readonly data: unknown }) => handler(event.data);
      port1.on('message', receive);
      return () => void port1.off('message', receive);
    },
    close: () => port1.close(),
  };
}
