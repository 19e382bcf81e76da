import type { Port } from '#shared/ipc/contract.ts';

/** One ordered message channel, as the preload hands it out. */
export type RawPort = Port;

declare global {
  interface Window {
    /** All that the workspace knows of the world outside (electron/preload/workspace.ts). */
    readonly balie: { readonly main: RawPort; readonly store: RawPort };
  }
}
