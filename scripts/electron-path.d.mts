/** The Electron on this machine; see electron-path.mjs. */
export interface FoundElectron {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
  readonly source: 'override' | 'official' | 'fallback';
}

/** Undefined when there is none yet. Never starts a download. */
export function findElectron(): FoundElectron | undefined;
/** @throws when there is none yet; the error says what to do. */
export function electronExecutable(): string;
/** True when Chromium's sandbox cannot be used: it refuses to run as root. */
export function mustDropSandbox(): boolean;
