import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { IceServer } from '#shared/ipc/audio-list.ts';

/** An answer over the network. */
export interface Echo {
  readonly ms: number;
  /** By how much the other side's clock (its Date header, which counts seconds) is ahead of ours; null: it does not tell. */
  readonly skewMs: number | null;
}

/** What the check looks at; each part rejects or answers null where there is nothing. */
export interface ReadinessPorts {
  readonly snapshot: () => MainSnapshot;
  readonly onSnapshot: (listener: () => void) => () => void;
  /** The centre's STUN and TURN servers. */
  readonly iceServers: () => readonly IceServer[];
  readonly ringVolume: () => number;
  /** Asks the SIP server. @throws {BalieError} when it does not answer. */
  readonly askExchange: () => Promise<Echo>;
  /** Asks central; null where nobody is signed in. @throws {BalieError} when it does not answer. */
  readonly askCentral: () => Promise<Echo | null>;
  readonly probe: (server: IceServer, kind: 'stun' | 'turn', timeoutMs: number) => Promise<{ readonly ms: number | null }>;
  /** @throws {BalieError} `media.microphone-denied`, `media.microphone-missing`, `media.failed`, `media.window-down`. */
  readonly watchMicrophone: (on: boolean) => Promise<void>;
  /** RMS 0..1, ten times a second while it is watched. */
  readonly onLevel: (listener: (level: number) => void) => () => void;
  /** Resolves when it has been played. */
  readonly testSound: (role: 'speaker' | 'ring') => Promise<void>;
  readonly onHeadsetButton: (listener: () => void) => () => void;
}
