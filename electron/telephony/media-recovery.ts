import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { IceConfig } from '#shared/ipc/audio-list.ts';
import type { MediaSlot } from '../media/media-slot.ts';
import { PeerConnection } from '../media/peer-connection.ts';
import type { SlotRegistry } from '../media/slot-registry.ts';
import type { CallMedia } from './call-media.ts';
import type { Session } from './jssip.ts';
import { replaceDialog } from './replaces.ts';
import type { UserAgent } from './user-agent.ts';

interface RecoveryOptions {
  readonly media: CallMedia;
  readonly session: Session;
  readonly knowsReplaces: boolean;
  readonly slots: SlotRegistry;
  readonly ice: IceConfig;
  readonly agent: UserAgent;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly canSignal: () => boolean;
  /** There is nothing to recover any more. */
  readonly isOver: () => boolean;
  /** The operator ended the call; that the former dialog ended does not count. */
  readonly isGivenUp: () => boolean;
}

const pollMs = 50;

/**
 * Lays the media of an established call anew, on a new connection. First by an INVITE with Replaces: a
 * new dialog, in which every peer takes new keys at once; else by a re-INVITE inside the old one, whose
 * new keys some peers need seconds to follow. Hold and mute stay what they were.
 * @returns the session that replaced the former one, or `renewed` when the former one goes on.
 */
export async function recoverMedia(options: RecoveryOptions): Promise<Session | 'renewed' | 'over'> {
  const { media, slots, ice, logger, isOver, knowsReplaces } = options;
  await waitFor(options, () => slots.link.isUp && options.canSignal());
  if (isOver()) return 'over';
  const replaced = knowsReplaces ? await tryReplaces(options) : null;
  if (replaced !== null) {
    logger.info({}, 'a call was laid anew by INVITE with Replaces');
    return replaced;
  }
  if (isOver()) return 'over';
  await waitFor(options, () => slots.link.isUp);
  if (isOver()) return 'over';
  logger.info({ knowsReplaces }, 'a call is laid anew by re-INVITE');
  media.renewSlot(prepare(slots.open(ice), media));
  return 'renewed';
}

async function tryReplaces({ media, session, slots, ice, agent, clock, logger, isOver, isGivenUp }: RecoveryOptions): Promise<Session | null> {
  const dialog = session._dialog;
  if (dialog === null || dialog === undefined) return null;
  const { held } = media;
  const slot = slots.open(ice);
  try {
    const sdp = await slot.offer({ iceRestart: false, held });
    if (isOver()) {
      slot.close();
      return null;
    }
    const connection = new PeerConnection(prepare(slot, media), { type: 'offer', sdp });
    const replacement = await replaceDialog(dialog, connection, clock, (target, ...rest) => agent.call(target, ...rest));
    if (replacement === null) return null;
    // The other side may have ended the former dialog already, which it has agreed to replace (RFC 3891 section 3).
    if (isGivenUp()) {
      replacement.terminate();
      return null;
    }
    media.replace(connection, held);
    return replacement;
  } catch (error) {
    logger.warn({ err: error }, 'replacing the dialog failed');
    slot.close();
    return null;
  }
}

/** The gate first: a muted operator stays muted from the first packet. */
function prepare(slot: MediaSlot, media: CallMedia): MediaSlot {
  slot.gate(media.gate);
  slot.commit([]);
  return slot;
}

async function waitFor({ clock, isOver }: RecoveryOptions, ready: () => boolean): Promise<void> {
  while (!ready() && !isOver()) await new Promise<void>((resolve) => void clock.schedule(pollMs, resolve));
}
