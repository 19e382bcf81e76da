import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { IceConfig } from '#shared/ipc/audio-list.ts';
import type { SoundFact } from '../media/call-sound.ts';
import type { SlotRegistry } from '../media/slot-registry.ts';
import type { CallTable } from './call-table.ts';
import type { Ending } from './end-cause.ts';
import type { IncomingRequest } from './jssip.ts';
import type { UserAgent } from './user-agent.ts';

/** What one call needs of the line that it is on. */
export interface SipCallOptions {
  readonly table: CallTable;
  readonly agent: UserAgent;
  readonly slots: SlotRegistry;
  readonly ice: IceConfig;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** How the account wants digits. */
  readonly dtmf: Provisioning['sip']['dtmf'];
  readonly onLevels: (levels: { readonly callId: string; readonly microphone: number; readonly speaker: number }) => void;
  readonly onSound: (callId: string, fact: SoundFact) => void;
  /** The call has been answered at the other end. */
  readonly onEstablished: () => void;
  /** The sound of the call goes through another slot from now on. */
  readonly onRenewed: () => void;
  /** The call is about to end. @returns how: a transfer may know better than its messages. */
  readonly onEnding: (ending: Ending) => Ending;
  /** The call has ended and holds nothing any more. */
  readonly onEnded: () => void;
  /** The other side asks us to call somebody else: answer the request. */
  readonly onRefer: (request: IncomingRequest) => void;
  /** Somebody wants to take the other side's place. @returns whether they may; refused, the request has been answered. */
  readonly mayReplace: (request: IncomingRequest) => boolean;
}
