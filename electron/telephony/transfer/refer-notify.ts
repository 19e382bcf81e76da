import type { Session } from '../jssip.ts';

/** Seconds that a call we were asked to make may ring. */
const expires = 180;

/** Tells who asked us to call somebody what has become of it (RFC 3515 section 2.4.5). @param id CSeq of their REFER. */
export function notifyOf(session: Session, id: number, status: number, reason: string): void {
  const state = status < 200 ? `active;expires=${expires}` : 'terminated;reason=noresource';
  const extraHeaders = [`Event: refer;id=${id}`, `Subscription-State: ${state}`, 'Content-Type: message/sipfrag;version=2.0', `Contact: ${session.contact}`];
  session.sendRequest('NOTIFY', { extraHeaders, body: `SIP/2.0 ${status} ${reason}\r\n` });
}
