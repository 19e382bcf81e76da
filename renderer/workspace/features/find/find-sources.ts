import type { CountryCode } from 'libphonenumber-js/min';
import { toE164 } from '#shared/domain/checks/phone.ts';
import type { CustomerHit } from '#shared/domain/customer-file.ts';
import type { HistoryEntry } from '#shared/domain/call-history.ts';
import type { DirectoryEntry } from '#shared/domain/entities.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { dayAndTime, phone, plain } from '../../i18n/format.ts';
import type { FindHit, FindSource } from './find-hit.ts';
import { isSameNumber, strengthOf } from './match.ts';

type Store = Client<StoreContract>;

const limits = { customers: 8, colleagues: 4, calls: 4, recent: 5 } as const;
/** Recent calls that are looked through for customers, while nothing is typed. */
const recentCalls = 30;

interface Place {
  readonly country: CountryCode;
  readonly language: string;
  /** What is said of a file in the archive. */
  readonly archived: string;
}

/** Customers of the local cache; while nothing is typed, those of the last calls. */
export function customerSource(store: Store, place: Place): FindSource {
  const { language } = place;
  return {
    kind: 'customer',
    async find(text) {
      if (text === '') {
        const { entries } = await store.call('history.list', { limit: recentCalls });
        return recentCustomers(entries).map((entry) => recentHit(entry, language));
      }
      const hits = await store.call('customer.search', { text, limit: limits.customers });
      return hits.map((hit) => customerHit(hit, text, place));
    },
  };
}

function recentCustomers(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const byCustomer = new Map<string, HistoryEntry>();
  for (const entry of entries) if (entry.customerId !== null && !byCustomer.has(entry.customerId)) byCustomer.set(entry.customerId, entry);
  return [...byCustomer.values()].slice(0, limits.recent);
}

function recentHit(entry: HistoryEntry, language: string): FindHit {
  const customerId = entry.customerId ?? '';
  return {
    ...{ id: `customer-${customerId}`, kind: 'customer', title: plain(entry.customerName ?? ''), detail: entry.number === null ? '' : phone(entry.number) },
    ...{ aside: dayAndTime(language, entry.startedAt), strength: 'near', recentAt: entry.startedAt, target: { to: 'customer', customerId } },
  };
}

function customerHit(hit: CustomerHit, typed: string, { country, archived }: Place): FindHit {
  const place = plain([hit.street, hit.town].filter((part) => part !== '').join(', '));
  const isNumber = hit.customerNumber !== null && isSameNumber(hit.customerNumber, typed);
  const isWhole = isNumber || (hit.matched === 'phone' && toE164(typed, country) !== null);
  return {
    ...{ id: `customer-${hit.id}`, kind: 'customer', title: plain(hit.name), detail: hit.archived === true ? [archived, place].join(' · ') : place },
    ...(hit.customerNumber === null ? {} : { aside: hit.customerNumber }),
    strength: isWhole ? 'exact' : hit.matched === 'name' || hit.matched === 'town' ? strengthOf(hit.name, typed, place) : 'whole',
    recentAt: hit.lastContactAt ?? null,
    target: { to: 'customer', customerId: hit.id },
  };
}

/** Colleagues and departments. */
export function colleagueSource(store: Store): FindSource {
  return {
    kind: 'colleague',
    async find(text) {
      if (text === '') return [];
      const entries = await store.call('directory.search', { text, limit: limits.colleagues });
      return entries.map((entry) => colleagueHit(entry, text));
    },
  };
}

function colleagueHit(entry: DirectoryEntry, typed: string): FindHit {
  const title = plain(entry.name);
  const detail = plain([entry.department ?? '', ...entry.competences].filter((part) => part !== '').join(' · '));
  const strength = entry.number === typed ? 'exact' : strengthOf(title, typed, detail);
  return { id: `colleague-${entry.id}`, kind: 'colleague', title, detail, aside: entry.number, strength, target: { to: 'directory', text: entry.name } };
}

/** The operator's own calls, the latest first. */
export function callSource(store: Store, language: string): FindSource {
  return {
    kind: 'call',
    async find(text) {
      if (text.length < 2) return [];
      const { entries } = await store.call('history.list', { text, limit: limits.calls });
      return entries.map((entry) => callHit(entry, language));
    },
  };
}

function callHit(entry: HistoryEntry, language: string): FindHit {
  const number = entry.number === null ? '' : phone(entry.number);
  const name = plain(entry.customerName ?? entry.colleagueName ?? '');
  return {
    ...{ id: `call-${entry.callId}`, kind: 'call', title: name === '' ? number : name, detail: [name === '' ? '' : number, plain(entry.queueName ?? '')].filter((part) => part !== '').join(' · ') },
    ...{ aside: dayAndTime(language, entry.startedAt), strength: 'near', recentAt: entry.startedAt },
    target: entry.customerId === null ? { to: 'history', text: entry.number ?? '' } : { to: 'customer', customerId: entry.customerId },
  };
}

/** Something that has a name and is here already: a shortcut's action, a part of the settings. */
export interface Named {
  readonly hit: Pick<FindHit, 'id' | 'kind' | 'title' | 'detail' | 'target'> & Partial<Pick<FindHit, 'keys'>>;
  /** Shown while nothing is typed. */
  readonly isOffered: boolean;
}

/** What is found by its name alone; `list` is asked anew each time. */
export function namedSource(kind: FindHit['kind'], list: () => readonly Named[]): FindSource {
  return {
    kind,
    find(text) {
      if (text === '') return list().flatMap(({ hit, isOffered }) => (isOffered ? [{ ...hit, strength: 'near' as const }] : []));
      const hits = list().map(({ hit }) => ({ ...hit, strength: strengthOf(hit.title, text) }));
      const begins = (hit: FindHit): number => (hit.title.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1);
      return hits.filter(({ strength }) => strength !== 'near').sort((a, b) => begins(a) - begins(b));
    },
  };
}
