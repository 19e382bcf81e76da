import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SlotRegistry } from '../media/slot-registry.ts';
import type { CallTable } from './call-table.ts';
import { Conference } from './conference.ts';
import { Floor } from './floor.ts';
import { dialString } from './party.ts';
import type { SipCall } from './sip-call.ts';
import { Referee } from './transfer/referee.ts';
import { TransferDesk, type Transferred } from './transfer/transfer-desk.ts';

interface LineDesksOptions {
  readonly provisioning: Provisioning;
  readonly table: CallTable;
  readonly slots: SlotRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly call: (id: string) => SipCall;
  readonly dial: (user: string, how: { readonly consultationFor?: string; readonly address?: string; readonly headers?: string[] }) => Promise<string>;
  readonly onTransferred: (fact: Transferred) => void;
}

/** What concerns several calls of a line at once. */
export interface LineDesks {
  readonly floor: Floor;
  readonly conference: Conference;
  readonly transfers: TransferDesk;
  readonly referee: Referee;
}

/** Composes them: they share the table, the calls and the floor, and know of each other only what is said here. */
export function createDesks({ provisioning, table, slots, clock, logger, call, dial, onTransferred }: LineDesksOptions): LineDesks {
  const { country, policy, sip } = provisioning;
  const accountUri = sip.uri.replace(/^sips:/, 'sip:');
  const floor = new Floor({ table, call, clock, onTaken: () => conference.onFloorTaken() });
  const conference: Conference = new Conference({ table, call, floor, link: slots.link, logger });
  const transfers = new TransferDesk({
    table,
    floor,
    call,
    dial: (user, about) => dial(user, { consultationFor: about }),
    dialable: (target) => dialString(target, country),
    isInConference: (id) => conference.members.includes(id),
    accountUri,
    noteHeader: policy.noteHeader,
    onTransferred,
    clock,
    logger,
  });
  const referee = new Referee({
    table,
    floor,
    call,
    dial: ({ user, address }, headers) => dial(user, { address, headers }),
    accountUri,
    country,
    emergencyNumbers: policy.emergencyNumbers,
    isTransferring: (id) => transfers.isTransferring(id),
    logger,
  });
  return { floor, conference, transfers, referee };
}
