import { MessageChannelMain, type MessagePortMain, type UtilityProcess, type WebContents } from 'electron';
import { storeGoneChannel, storePortChannel } from '#shared/ipc/channels.ts';

/** Makes a line between the store process and a workspace, and gives the store its end. @returns the other end. */
export function openStoreLine(child: UtilityProcess): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage({ kind: 'attach-workspace' }, [port1]);
  return port2;
}

/** Hands a workspace its end; it replaces the one it had. */
export function handOverStoreLine(workspace: WebContents, port: MessagePortMain): void {
  workspace.postMessage(storePortChannel, null, [port]);
}

/** Tells a workspace that the store process has gone, so that nothing waits for its answers. */
export function announceStoreGone(workspace: WebContents): void {
  workspace.send(storeGoneChannel);
}
