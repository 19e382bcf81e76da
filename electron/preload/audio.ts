import { ipcRenderer } from 'electron';
import { audioPortChannel } from '#shared/ipc/channels.ts';

/** Hands the page its port to main, when both are there. Nothing else is exposed: the page has no other way out. */
ipcRenderer.on(audioPortChannel, (event) => {
  const hand = () => window.postMessage(audioPortChannel, '*', [...event.ports]);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', hand, { once: true });
  else hand();
});
