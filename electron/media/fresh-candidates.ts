import type { Clock } from '#shared/domain/clock.ts';
import { currentAddresses, type Addresses } from '../network/addresses.ts';
import type { MediaSlot } from './media-slot.ts';

const hostCandidate = /^a=candidate:\S+ \d+ \S+ \d+ (\S+) \d+ typ host/gm;
const anyCandidate = /^a=candidate:/m;
const again = 100;
/** Longer than Chromium was ever seen to take. */
const patienceMs = 2_500;

/**
 * Whether a description names none of the addresses that this machine has now. Chromium hears of a change of the network up to a
 * second later than we do, and until then offers what is gone. Names instead of addresses (mDNS) and a relay's addresses tell nothing.
 */
export function isStale(sdp: string, addresses: Addresses): boolean {
  const offered = [...sdp.matchAll(hostCandidate)].map((match) => match[1] ?? '');
  const known = offered.filter((address) => !address.endsWith('.local') && !address.startsWith('127.') && address !== '::1');
  return known.length > 0 && known.length === offered.length && !known.some((address) => addresses.has(address));
}

/** An offer with candidates of the present network: made again until Chromium has heard of it. While it looks, it gathers none at all. */
export async function freshOffer(slot: MediaSlot, options: { readonly iceRestart: boolean; readonly held: boolean }, clock: Clock): Promise<string> {
  const deadline = clock.monotonic() + patienceMs;
  for (;;) {
    const sdp = await slot.offer(options);
    const addresses = currentAddresses();
    const isGood = anyCandidate.test(sdp) && !isStale(sdp, addresses);
    if (isGood || !options.iceRestart || addresses.list.length === 0 || clock.monotonic() > deadline) return sdp;
    await slot.rollback();
    await new Promise<void>((resolve) => void clock.schedule(again, resolve));
  }
}
