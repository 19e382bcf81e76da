import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SlotRegistry } from '../media/slot-registry.ts';
import type { CallTable } from './call-table.ts';
import type { LineRules } from './line-rules.ts';
import type { PresenceListener } from './presence/presence-room.ts';
import type { SipCallOptions } from './sip-call-options.ts';
import type { Transferred } from './transfer/transfer-desk.ts';

/** What a line needs. */
export interface LineOptions {
  readonly provisioning: Provisioning;
  readonly instanceId: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly table: CallTable;
  readonly slots: SlotRegistry;
  readonly onRegistration: () => void;
  readonly onLevels: SipCallOptions['onLevels'];
  readonly onSound: SipCallOptions['onSound'];
  readonly onCallEnded: () => void;
  readonly onTransferred: (fact: Transferred) => void;
  /** How new calls are treated now. */
  readonly rules: () => LineRules;
  readonly presence: PresenceListener;
}

/** How one call is made. */
export interface DialOptions {
  readonly consultationFor?: string;
  /** Where the request goes, when that is not simply the user at our exchange. */
  readonly address?: string;
  readonly headers?: string[];
  /** The operator has said that an emergency number is meant. */
  readonly confirmed?: boolean;
}
