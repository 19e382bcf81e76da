import { isLive, type Call } from '#shared/domain/call.ts';
import { escapeXml } from './xml.ts';

export const dialogInfoType = 'application/dialog-info+xml';

const words: Readonly<Record<Exclude<Call['state'], 'ended'>, string>> = { ringing: 'early', answering: 'early', dialling: 'trying', alerting: 'early', connected: 'confirmed', ending: 'confirmed' };

/**
 * Our own dialogs as a document for colleagues' lamps (RFC 4235 section 4.1). It says that somebody is on the telephone, not with
 * whom.
 */
export function dialogInfoOf(calls: readonly Call[], entity: string, version: number): string {
  const dialogs = calls.filter(isLive).map(({ id, direction, state }) => `<dialog id="${id}" direction="${direction === 'inbound' ? 'recipient' : 'initiator'}"><state>${words[state as keyof typeof words]}</state></dialog>`);
  return `<?xml version="1.0"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="${escapeXml(entity)}">${dialogs.join('')}</dialog-info>\n`;
}
