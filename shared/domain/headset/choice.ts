import type { AudioDevices } from '../devices.ts';
import type { HeadsetDevice } from './headset.ts';

/**
 * The headset whose microphone is the one in use. Where the system does not put the USB ids into the microphone's label (Linux),
 * the names decide; when they say nothing it stays with the one that was chosen before, or a single one is taken. Null: none of
 * these belongs to the microphone.
 */
export function headsetFor(headsets: readonly HeadsetDevice[], { available, microphone }: AudioDevices, before: HeadsetDevice | null): HeadsetDevice | null {
  const inUse = available.find(({ identity, kind }) => kind === 'microphone' && identity === microphone.inUse?.identity);
  const usb = inUse?.usb;
  if (usb != null) return headsets.find(({ vendorId, productId }) => vendorId === usb.vendorId && productId === usb.productId) ?? null;
  const label = microphone.inUse?.label ?? '';
  const named = headsets.filter(({ name }) => isNameOf(name, label));
  if (named.length > 0) return named[0] ?? null;
  const kept = headsets.find(({ id }) => id === before?.id);
  return kept ?? (headsets.length === 1 ? (headsets[0] ?? null) : null);
}

/** Two words in common, from the start: the vendor and the family. The sound system adds words of its own ("Mono", "Analog Stereo"). */
function isNameOf(name: string, label: string): boolean {
  const wanted = words(name);
  const found = words(label);
  return wanted.length > 0 && wanted.slice(0, 2).every((word) => found.includes(word));
}

function words(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
