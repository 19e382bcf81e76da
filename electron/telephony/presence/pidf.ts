import type { Availability, OwnAvailability } from '#shared/domain/presence.ts';
import { escapeXml, readXml, type XmlElement } from './xml.ts';

export const pidfType = 'application/pidf+xml';

/** Characters: a document of several devices with all that RFC 4480 has to say is some thousands. */
const longest = 32_768;
/** More devices than an operator has are somebody's joke. */
const mostParts = 64;

/**
 * Why a document is left aside: it is none of this type, too long, not well-formed (or has what {@link readXml} does not read), no
 * presence, or about somebody else than who was asked for.
 */
type PidfRefusal = 'type' | 'too-long' | 'xml' | 'not-presence' | 'foreign';

/** `availability` is null where a document of the right person says nothing that is understood. */
type PidfReading = { readonly kind: 'read'; readonly availability: Availability | null } | { readonly kind: 'refused'; readonly why: PidfRefusal };

/**
 * RFC 4480 section 3.2. Who does not want to be disturbed cannot be reached, their telephone refuses: that is `closed`. Of one on a
 * break or at other work the telephone still rings: `open`. Which work it is, or whether the break is lunch, is nobody's business.
 */
const activityOf: Readonly<Record<OwnAvailability, string | null>> = { available: null, break: 'away', 'not-ready': 'busy', 'do-not-disturb': 'busy' };
const breaks = ['away', 'breakfast', 'dinner', 'lunch', 'meal'];
const work = ['appointment', 'busy', 'meeting', 'on-the-phone', 'performance', 'presentation'];

/** What an operator says of themselves. */
export interface OwnStatement {
  readonly availability: OwnAvailability;
  /** Since when, ISO 8601: of several that an exchange has put together the last one counts. */
  readonly since: string;
  /** Of this publication and no other one: an exchange that puts several together keeps one of each name, and not the newest. */
  readonly id: string;
}

/** A document of it (RFC 3863, RFC 4479, RFC 4480). @param entity the operator's own address. */
export function pidfOf({ availability, since, id }: OwnStatement, entity: string): string {
  const activity = activityOf[availability];
  const activities = activity === null ? '' : `<rpid:activities><rpid:${activity}/></rpid:activities>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="${escapeXml(entity)}">` +
    `<tuple id="t-${id}"><status><basic>${availability === 'do-not-disturb' ? 'closed' : 'open'}</basic></status><timestamp>${since}</timestamp></tuple>` +
    `<dm:person id="p-${id}">${activities}<dm:timestamp>${since}</dm:timestamp></dm:person></presence>\n`
  );
}

/**
 * Reads what somebody at the other end of the network says.
 * @param type the Content-Type it came with.
 * @param entity the address that was asked for.
 */
export function readPidf(text: string, type: string, entity: string): PidfReading {
  const refused = (why: PidfRefusal): PidfReading => ({ kind: 'refused', why });
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== pidfType) return refused('type');
  if (text.length > longest) return refused('too-long');
  const root = readXml(text);
  if (root === null) return refused('xml');
  if (root.name !== 'presence') return refused('not-presence');
  const wanted = personOf(entity);
  if (wanted === null || personOf(root.attributes['entity'] ?? '') !== wanted) return refused('foreign');
  return { kind: 'read', availability: availabilityOf(root) };
}

function availabilityOf(root: XmlElement): Availability | null {
  const named = (wanted: string) => root.children.filter(({ name }) => name === wanted).slice(0, mostParts);
  const parts = [...lastOf(named('tuple')), ...lastOf(named('person'))];
  const statuses = parts.flatMap(({ children }) => children.filter(({ name }) => name === 'status'));
  const basics = statuses.flatMap(({ children }) => children.filter(({ name }) => name === 'basic').map(({ text }) => text.toLowerCase()));
  // RFC 4480 has them of a person; exchanges that are older put them with the device.
  const holders = [...parts, ...statuses].flatMap(({ children }) => children.filter(({ name }) => name === 'activities'));
  const activities = new Set(holders.flatMap(({ children }) => children.map(({ name }) => name)));
  const isAny = (names: readonly string[]) => names.some((name) => activities.has(name));
  // Reached on one device is reached.
  const isOpen = basics.includes('open');
  if (!isOpen && basics.includes('closed')) return activities.has('busy') ? 'do-not-disturb' : 'unavailable';
  if (isAny(breaks)) return 'break';
  if (isAny(work)) return 'not-ready';
  return isOpen ? 'available' : null;
}

/** What was said last takes the place of what was said before: by a device that has died, or another one. Without times all of them count. */
function lastOf(parts: readonly XmlElement[]): readonly XmlElement[] {
  const times = parts.map(({ children }) => Date.parse(children.find(({ name }) => name === 'timestamp')?.text ?? ''));
  return times.some(Number.isNaN) ? parts : parts.slice(times.indexOf(Math.max(...times))).slice(0, 1);
}

/** Whom an address names, without what is only about the way there; null for none. */
function personOf(address: string): string | null {
  const [, user, host] = /^(?:sips?|pres):([^@:;?\s]+)@(\[[\da-f:.]+\]|[^:;?\s]+)/i.exec(address) ?? [];
  return user === undefined || host === undefined ? null : `${unescaped(user)}@${host.toLowerCase()}`;
}

function unescaped(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
