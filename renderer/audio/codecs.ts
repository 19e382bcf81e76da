import type { Codec } from '#shared/contract/session.ts';

/** Digits (RFC 4733), in the clock rates of all the codecs beside which they may be negotiated. */
const telephoneEvent = 'audio/telephone-event';

/**
 * Orders a connection's codecs. An offer has no others. An answer keeps the others behind them: a call in a codec that
 * the centre did not think of is better than none.
 */
export function preferCodecs(transceiver: RTCRtpTransceiver, codecs: readonly Codec[], role: 'offer' | 'answer'): void {
  const known = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const named = (name: string) => known.filter(({ mimeType }) => mimeType.toLowerCase() === name.toLowerCase());
  const preferred = codecs.flatMap((codec) => named(`audio/${codec}`));
  const events = named(telephoneEvent);
  const rest = role === 'offer' ? [] : known.filter((codec) => !preferred.includes(codec) && !events.includes(codec));
  transceiver.setCodecPreferences([...preferred, ...rest, ...events]);
}
