import type { HeldCandidate } from '#shared/ipc/audio-list.ts';

interface SplitOffer {
  readonly sdp: string;
  readonly candidates: readonly HeldCandidate[];
}

/**
 * Takes the candidates out of an offer. An answer can then be prepared while it rings without a
 * packet towards the caller: no connectivity checks, no DTLS, and no ICE that fails by itself.
 */
export function holdBackCandidates(offer: string): SplitOffer {
  const kept: string[] = [];
  const found: { candidate: string; sdpMLineIndex: number }[] = [];
  const mids = new Map<number, string>();
  let section = -1;
  for (const line of offer.split(/\r\n|\n/)) {
    if (line.startsWith('m=')) section++;
    if (line.startsWith('a=mid:')) mids.set(section, line.slice('a=mid:'.length));
    if (line.startsWith('a=candidate:')) found.push({ candidate: line.slice(2), sdpMLineIndex: Math.max(0, section) });
    else if (line !== 'a=end-of-candidates') kept.push(line);
  }
  return { sdp: kept.join('\r\n'), candidates: found.map((one) => ({ ...one, sdpMid: mids.get(one.sdpMLineIndex) ?? null })) };
}
