import type { Codec } from '#shared/contract/session.ts';

/** Digits (RFC 4733), in the clock rates of all the codecs beside which they may be negotiated. */
const telephoneEvent = 'telephone-event';
const telephone: readonly Codec[] = ['opus', 'G722', 'PCMA', 'PCMU'];

/**
 * Orders a connection's codecs: those of the centre first, then the others that telephones speak. An order, not a
 * selection: a call that is laid anew, or held, must find the codec again that its other side answered with.
 */
export function preferCodecs(transceiver: RTCRtpTransceiver, codecs: readonly Codec[]): void {
  const known = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const named = (name: string) => known.filter(({ mimeType }) => mimeType.toLowerCase() === `audio/${name.toLowerCase()}`);
  transceiver.setCodecPreferences([...new Set([...codecs, ...telephone])].flatMap(named).concat(named(telephoneEvent)));
}
