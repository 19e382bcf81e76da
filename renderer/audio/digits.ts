/** Milliseconds, RFC 4733 section 2.5.1.1: long enough for the slowest voice menu, short enough to type along. */
const toneMs = 120;
const gapMs = 80;

/**
 * Appends digits to those still waiting. Reading the buffer and writing it back must happen here, in
 * one turn: from main the buffer would be one message old, and digits would be sent twice.
 */
export function sendDigits(sender: RTCRtpSender, digits: string): void {
  const { dtmf } = sender;
  if (dtmf?.canInsertDTMF !== true) throw new DOMException('the other side takes no telephone events', 'InvalidStateError');
  dtmf.insertDTMF(dtmf.toneBuffer + digits, toneMs, gapMs);
}
