import type { HistoryEntry } from '#shared/domain/call-history.ts';
import type { CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { Param, ReadDb } from '../database/connection.ts';
import { nameFilter } from '../search/call-names.ts';
import { numberPieces } from '../search/phone.ts';
import { displayName } from './display-name.ts';

type Page = CallOutput<StoreContract, 'history.list'>;
type HistoryInput = ParsedInput<StoreContract, 'history.list'>;
type Kind = HistoryInput['kind'];

interface Whose {
  readonly agentId: string | null;
  /** How national numbers are read. */
  readonly country: string;
}

/** A place in the history: the moment and, for what began in the same moment, the row. */
interface Key {
  readonly openedAt: string;
  readonly seq: number;
}

interface Candidate extends Key {
  readonly customerId: string | null;
  readonly number: string | null;
}

interface RawEntry extends Key {
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

/** Interactions looked at in one go. */
const batchSize = 500;
const newest: Key = { openedAt: '~', seq: Number.MAX_SAFE_INTEGER };

const kinds: Readonly<Record<Kind, string>> = { all: '', inbound: "AND i.direction = 'inbound'", outbound: "AND i.direction = 'outbound'", missed: "AND i.direction = 'inbound' AND i.answered_at IS NULL" };
const withNumber = 'AND (instr(i.number, ?) > 0 OR instr(i.number, ?) > 0)';

/** The planner has no statistics: it is told that unanswered calls are few. */
function candidatesOf(kind: Kind, byNumber: boolean): string {
  return `SELECT i.seq, i.started_at AS openedAt, i.customer_id AS customerId, i.number
    FROM interaction AS i INDEXED BY ${kind === 'missed' ? 'interaction_unanswered' : 'interaction_by_agent'}
    WHERE i.agent_id IS ? AND i.started_at <= ? AND (i.started_at < ? OR i.seq < ?) ${kinds[kind]} ${byNumber ? withNumber : ''}
    ORDER BY i.started_at DESC, i.seq DESC LIMIT ? + 0`;
}

/** Missed: for this operator, and nobody else took it. */
const nobodyTookIt = "AND l.answered_at IS NULL AND l.ended_at IS NOT NULL AND l.cause NOT IN ('answered-elsewhere', 'forwarded', 'declined')";

function entriesOf(kind: Kind): string {
  return `SELECT i.seq, i.started_at AS openedAt, i.id AS interactionId, l.call_id AS callId, l.direction, i.number, i.customer_id AS customerId,
      c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName, q.name AS queueName,
      l.started_at AS startedAt, l.answered_at AS answeredAt, l.ended_at AS endedAt, l.cause, o.label AS outcome,
      l.transferred_to AS transferredTo, l.quality, l.recording IS NOT NULL AS recorded
    FROM json_each(?) AS wanted CROSS JOIN interaction AS i ON i.seq = wanted.value CROSS JOIN call_leg AS l ON l.interaction_id = i.id
    LEFT JOIN customer AS c ON c.id = i.customer_id LEFT JOIN queue AS q ON q.id = i.queue_id LEFT JOIN outcome AS o ON o.id = i.outcome_id
    WHERE true ${kind === 'missed' ? nobodyTookIt : ''} ORDER BY wanted.key, l.id DESC`;
}

/**
 * Calls of one operator, most recent first. Interactions are found first, by an index that ends with
 * their number, and only the calls of a page are read whole.
 */
export function listHistory(db: ReadDb, { text, kind, before, limit }: HistoryInput, { agentId, country }: Whose): Page {
  const typed = text.trim();
  const byNumber = /^[+(\d][\d\s()./-]*$/.test(typed);
  const colleagues = colleagueNames(db);
  const fitting = byNumber || typed === '' ? (calls: readonly Candidate[]) => [...calls] : nameFilter(db, typed, colleagues);
  const pieces: readonly Param[] = byNumber ? numberPieces(typed, country) : [];
  const size = byNumber || typed === '' ? limit + 1 : batchSize;
  const found: RawEntry[] = [];
  for (let key: Key | undefined = parseKey(before); key !== undefined && endOf(found, limit) === null; ) {
    const batch: Candidate[] = db.all<Candidate>(candidatesOf(kind, byNumber), agentId, key.openedAt, key.openedAt, key.seq, ...pieces, size);
    found.push(...db.all<RawEntry>(entriesOf(kind), JSON.stringify(fitting(batch).map(({ seq }) => seq))));
    key = batch.length < size ? undefined : batch.at(-1);
  }
  const end = endOf(found, limit);
  const last = end === null ? undefined : found[end - 1];
  return { entries: found.slice(0, end ?? found.length).map((row) => toEntry(row, colleagues)), next: last === undefined ? null : `${last.openedAt} ${last.seq}` };
}

function parseKey(text: string | null): Key {
  const [openedAt, seq] = text?.split(' ') ?? [];
  return openedAt === undefined || seq === undefined ? newest : { openedAt, seq: Number(seq) };
}

/** Where a full page ends, when more was found than it holds: the calls of one interaction stay together. */
function endOf(found: readonly RawEntry[], limit: number): number | null {
  const after = found.findIndex((row, index) => index >= limit && row.seq !== found[limit - 1]?.seq);
  return after < 0 ? null : after;
}

/** Names of the directory by number. */
function colleagueNames(db: ReadDb): ReadonlyMap<string, string> {
  return new Map(db.all<{ number: string; name: string }>('SELECT number, name FROM directory_entry ORDER BY seq DESC').map(({ number, name }) => [number, name]));
}

function toEntry(row: RawEntry, colleagues: ReadonlyMap<string, string>): HistoryEntry {
  const { seq: _seq, openedAt: _openedAt, givenName, familyName, organisationName, outcome, quality, recorded, ...call } = row;
  return {
    ...call,
    customerName: givenName === null || familyName === null ? null : displayName({ givenName, familyName, organisationName }),
    colleagueName: call.customerId === null && call.number !== null ? (colleagues.get(call.number) ?? null) : null,
    outcome: outcome === null ? null : (JSON.parse(outcome) as HistoryEntry['outcome']),
    quality: quality === null ? null : (JSON.parse(quality) as HistoryEntry['quality']),
    recorded: recorded === 1,
  };
}
