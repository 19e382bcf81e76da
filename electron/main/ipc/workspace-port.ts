import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import type { Logger } from '#shared/domain/logger.ts';
import type { Port, WireMessage } from '#shared/ipc/contract.ts';
import { mainChannel } from '#shared/ipc/channels.ts';
import { originOf } from '../renderer-scheme.ts';

/**
 * The kit's port to one workspace window. The sender is checked here and nowhere else: this window's
 * main frame, still on our own origin. Anybody else is dropped and logged.
 */
export function workspacePort(contents: WebContents, logger: Logger): Port {
  function isTrusted(event: IpcMainEvent): boolean {
    const frame = event.senderFrame;
    return event.sender === contents && frame !== null && frame === contents.mainFrame && originOf(frame.url) === originOf('workspace');
  }

  return {
    post(message: WireMessage) {
      if (!contents.isDestroyed()) contents.send(mainChannel, message);
    },
    listen(handler) {
      const receive = (event: IpcMainEvent, message: unknown) => {
        if (isTrusted(event)) handler(message);
        else if (event.sender === contents) logger.warn({ code: 'ipc.sender-refused' }, 'a message from a frame that is not the workspace was dropped');
      };
      ipcMain.on(mainChannel, receive);
      return () => void ipcMain.off(mainChannel, receive);
    },
  };
}
