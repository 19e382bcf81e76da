import type { HistoryEntry } from '#shared/domain/call-history.ts';
import type { DirectoryEntry } from '#shared/domain/entities.ts';
import type { Presence } from '#shared/domain/presence.ts';
import { customers, hitOf, outcomes, sampleId } from './sample-data.ts';

const people: readonly (readonly [number: string, name: string, department: string | null, competences: readonly string[], state: Presence['state']])[] = [
  ['204', 'Karim El Amrani', 'Technische dienst', ['levering', 'breuk'], 'free'],
  ['207', 'Sofie Vandenbroucke-Van Ingelgem', 'Facturatie en kredietnota’s', ['factuur', 'kredietnota', 'betaling'], 'talking'],
  ['211', 'Jeroen Peeters', 'Bestellingen', ['wijnabonnement'], 'ringing'],
  ['215', 'Amélie Dubois', 'Commandes', ['Frans', 'wijnabonnement'], 'break'],
  ['230', 'Teamcoach Bestellingen', null, ['klacht', 'escalatie'], 'do-not-disturb'],
  ['1900', 'Klachtendienst', 'Klachten', ['klacht'], 'unknown'],
];

export const colleagues: readonly DirectoryEntry[] = people.map(([number, name, department, competences], index) => ({
  id: sampleId(20, index + 1),
  version: 1,
  updatedAt: '2026-11-23T08:00:00.000Z',
  name,
  department,
  number,
  competences: [...competences],
}));

export const presence: readonly Presence[] = people.map(([number, , , , state]) => ({ number, state }));

/** @returns who has all these words in their name, number, department or competences. */
export function findColleagues(text: string, limit: number): DirectoryEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return colleagues.filter((entry) => words.every((word) => [entry.name, entry.number, entry.department ?? '', ...entry.competences].join(' ').toLowerCase().includes(word))).slice(0, limit);
}

const minuteMs = 60_000;

function pastCall(number: number, minutesAgo: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  const startedAt = new Date(Date.now() - minutesAgo * minuteMs).toISOString();
  const answeredAt = new Date(Date.parse(startedAt) + 6_000).toISOString();
  const file = customers[number % customers.length];
  return {
    interactionId: sampleId(21, number),
    callId: sampleId(22, number),
    direction: 'inbound',
    number: file?.contactPoints[0]?.value ?? null,
    customerId: file?.customer.id ?? null,
    customerName: file === undefined ? null : hitOf(file, 'name').name,
    colleagueName: null,
    queueName: 'Bestellingen NL',
    startedAt,
    answeredAt,
    endedAt: new Date(Date.parse(answeredAt) + (40 + number * 37) * 1000).toISOString(),
    cause: 'hung-up',
    outcome: outcomes[number % outcomes.length]?.label ?? null,
    transferredTo: null,
    quality: { seconds: 120, mosMean: 4.3, mosWorst: 4, lossPercent: 0, jitterMs: 4, roundTripMs: 32, codec: 'opus' },
    recorded: false,
    ...change,
  };
}

const missed = { answeredAt: null, cause: 'cancelled', outcome: null, quality: null } as const;

export const pastCalls: readonly HistoryEntry[] = [
  pastCall(1, 12, { ...missed, number: '+32472334455', customerId: null, customerName: null }),
  pastCall(2, 31),
  pastCall(3, 58, { transferredTo: '204', cause: 'transferred', outcome: null, recorded: true }),
  pastCall(4, 95, { direction: 'outbound', queueName: null, number: '207', customerId: null, customerName: null, colleagueName: 'Sofie Vandenbroucke-Van Ingelgem', outcome: null }),
  pastCall(5, 140, { direction: 'outbound', queueName: null, answeredAt: null, cause: 'busy', outcome: null, quality: null }),
  pastCall(6, 200, { ...missed, number: null, customerId: null, customerName: null }),
  ...Array.from({ length: 64 }, (_, index) => pastCall(7 + index, 260 + index * 47)),
];

/** @returns a page of calls, as the store would answer it; the place of the next one is its index. */
export function listCalls({ text, kind, before, limit }: { readonly text: string; readonly kind: 'all' | 'missed' | 'inbound' | 'outbound'; readonly before: string | null; readonly limit: number }): { entries: HistoryEntry[]; next: string | null } {
  const wanted = text.toLowerCase();
  const found = pastCalls
    .filter((call) => (kind === 'missed' ? call.direction === 'inbound' && call.answeredAt === null : kind === 'all' || call.direction === kind))
    .filter((call) => `${call.customerName ?? ''} ${call.number ?? ''}`.toLowerCase().includes(wanted));
  const from = Number(before ?? 0);
  return { entries: found.slice(from, from + limit), next: found.length > from + limit ? String(from + limit) : null };
}
