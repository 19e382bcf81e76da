import type { Port } from '#shared/ipc/contract.ts';

/** One ordered message channel, as the preload hands it out. */
export type RawPort = Port;

/** Chromium's checker, with names that are known beside it. */
export interface SpellingBridge {
  /** Words, in lower case, that are right as long as no others are told; `compounds`: two words in one are right too. */
  readonly know: (words: readonly string[], compounds: boolean) => void;
  readonly isWrong: (word: string) => boolean;
  /** Best first. */
  readonly suggest: (word: string) => readonly string[];
}

declare global {
  interface Window {
    /** All that the workspace knows of the world outside (electron/preload/workspace.ts), beside the port to the store (app/store-port.ts). */
    readonly balie: { readonly main: RawPort; readonly spelling: SpellingBridge };
  }
}
