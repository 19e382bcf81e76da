import type { HistoryEntry } from '#shared/domain/call-history.ts';
import type { CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { Param, ReadDb } from '../database/connection.ts';
import { foldedWords } from '../search/fold.ts';
import { numberPieces } from '../search/phone.ts';
import { displayName } from './customers.ts';

type Page = CallOutput<StoreContract, 'history.list'>;
type HistoryInput = ParsedInput<StoreContract, 'history.list'>;

interface Whose {
  readonly agentId: string | null;
  /** How national numbers are read. */
  readonly country: string;
}

interface RawEntry {
  readonly legId: string;
  readonly openedAt: string;
  readonly interactionId: string;
  readonly callId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly number: string | null;
  readonly customerId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organisationName: string | null;
  readonly queueName: string | null;
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly cause: HistoryEntry['cause'];
  readonly outcome: string | null;
  readonly transferredTo: string | null;
  readonly quality: string | null;
  readonly recorded: number;
}

/**
 * The operator's own interactions lead, by an index that has their number in it; a call was missed when it was for this operator and
 * nobody else took it. The key of a page is the moment and, for calls of one moment, the leg.
 */
const select = `SELECT l.id AS legId, i.started_at AS openedAt, i.id AS interactionId, l.call_id AS callId, l.direction, i.number, i.customer_id AS customerId,
    c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName, q.name AS queueName,
    l.started_at AS startedAt, l.answered_at AS answeredAt, l.ended_at AS endedAt, l.cause, o.label AS outcome,
    l.transferred_to AS transferredTo, l.quality, l.recording IS NOT NULL AS recorded
  FROM interaction AS i CROSS JOIN call_leg AS l ON l.interaction_id = i.id
  LEFT JOIN customer AS c ON c.id = i.customer_id LEFT JOIN queue AS q ON q.id = i.queue_id LEFT JOIN outcome AS o ON o.id = i.outcome_id
  WHERE i.agent_id IS ? AND i.started_at <= ? AND (i.started_at < ? OR l.id < ?)`;
const order = 'ORDER BY i.started_at DESC, l.id DESC LIMIT ?';
const withNumber = 'AND (instr(i.number, ?) > 0 OR instr(i.number, ?) > 0)';
const kinds: Readonly<Record<HistoryInput['kind'], string>> = {
  all: '',
  inbound: "AND l.direction = 'inbound'",
  outbound: "AND l.direction = 'outbound'",
  missed: "AND l.direction = 'inbound' AND l.answered_at IS NULL AND l.ended_at IS NOT NULL AND l.cause NOT IN ('answered-elsewhere', 'forwarded', 'declined')",
};

/** After every instant and every id. */
const newest: Key = { at: '~', leg: '~' };
/** Rows that are looked at together when names are searched. */
const chunk = 500;

interface Key {
  readonly at: string;
  readonly leg: string;
}

const keyOf = (row: RawEntry): string => `${row.openedAt} ${row.legId}`;

function parseKey(text: string | null): Key {
  const [at, leg] = text?.split(' ') ?? [];
  return at === undefined || leg === undefined ? newest : { at, leg };
}

/** Calls of one operator, most recent first. */
export function listHistory(db: ReadDb, { text, kind, before, limit }: HistoryInput, { agentId, country }: Whose): Page {
  const typed = text.trim();
  const colleagues = colleagueNames(db);
  const isNumber = /^[+(\d][\d\s()./-]*$/.test(typed) && /\d/.test(typed);
  const pieces: readonly Param[] = isNumber ? numberPieces(typed, country) : [];
  const statement = `${select} ${kinds[kind]} ${isNumber ? withNumber : ''} ${order}`;
  const read = (key: Key, count: number): RawEntry[] => db.all<RawEntry>(statement, agentId, key.at, key.at, key.leg, ...pieces, count);
  // One more than asked tells whether there is a next page.
  const rows = isNumber || typed === '' ? read(parseKey(before), limit + 1) : searchNames(read, parseKey(before), limit + 1, nameFilter(typed, colleagues));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { entries: page.map((row) => toEntry(row, colleagues)), next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** Names are folded in code (search/fold.ts), so they are compared there; the scan ends with the page. */
function searchNames(read: (key: Key, count: number) => RawEntry[], from: Key, wanted: number, fits: (row: RawEntry) => boolean): RawEntry[] {
  const found: RawEntry[] = [];
  for (let key = from; ; ) {
    const rows = read(key, chunk);
    for (const row of rows) {
      if (fits(row)) found.push(row);
      if (found.length === wanted) return found;
    }
    const last = rows.at(-1);
    if (rows.length < chunk || last === undefined) return found;
    key = { at: last.openedAt, leg: last.legId };
  }
}

/** Every word must begin a word of the customer's or colleague's name, or stand in the number. */
function nameFilter(text: string, colleagues: ReadonlyMap<string, string>): (row: RawEntry) => boolean {
  const words = foldedWords(text);
  const known = new Map<string, readonly string[]>();
  const namesOf = (row: RawEntry): readonly string[] => {
    const who = row.customerId ?? row.number ?? '';
    const names = known.get(who) ?? nameWords(row, colleagues);
    known.set(who, names);
    return names;
  };
  return (row) => {
    const number = row.number?.toLowerCase() ?? '';
    return words.length > 0 && words.every((word) => namesOf(row).some((name) => name.startsWith(word)) || number.includes(word));
  };
}

function nameWords(row: RawEntry, colleagues: ReadonlyMap<string, string>): readonly string[] {
  if (row.customerId === null) return foldedWords(colleagues.get(row.number ?? '') ?? '');
  const family = foldedWords(row.familyName ?? '');
  return [...foldedWords(`${row.givenName ?? ''} ${row.organisationName ?? ''}`), ...family, family.join('')];
}

/** Names of the directory by number. */
function colleagueNames(db: ReadDb): ReadonlyMap<string, string> {
  return new Map(db.all<{ number: string; name: string }>('SELECT number, name FROM directory_entry ORDER BY seq DESC').map(({ number, name }) => [number, name]));
}

function toEntry(row: RawEntry, colleagues: ReadonlyMap<string, string>): HistoryEntry {
  const { givenName, familyName, organisationName } = row;
  return {
    interactionId: row.interactionId,
    callId: row.callId,
    direction: row.direction,
    number: row.number,
    customerId: row.customerId,
    customerName: givenName === null || familyName === null ? null : displayName({ givenName, familyName, organisationName }),
    colleagueName: row.customerId === null && row.number !== null ? (colleagues.get(row.number) ?? null) : null,
    queueName: row.queueName,
    startedAt: row.startedAt,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    cause: row.cause,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as HistoryEntry['outcome']),
    transferredTo: row.transferredTo,
    quality: row.quality === null ? null : (JSON.parse(row.quality) as HistoryEntry['quality']),
    recorded: row.recorded === 1,
  };
}
