import type { OverviewAnswer, QueueFigures } from '#shared/contract/quality.ts';
import { newId } from '#shared/domain/ids.ts';
import { noAgreement, targetsOf } from '#shared/domain/quality/agreement.ts';
import { figuresOf, type JudgedConversation } from '#shared/domain/quality/figures.ts';
import { dayOf, figuresByPeriod } from '#shared/domain/quality/periods.ts';
import type { QueueFiguresWish } from '#shared/domain/quality/wish.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { OwnFigures } from '#shared/ipc/quality-calls.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { queue, sampleId } from './sample-data.ts';

const dayMs = 86_400_000;
const agreed = { ...queue, agreement: { ...noAgreement, pickUpPercent: 80, wrapUpSeconds: 60, adherencePercent: 90, firstContactPercent: 75 } };

/** Chance that is the same every time. */
function wave(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

function conversation(at: number, seed: number): JudgedConversation {
  const startedAt = new Date(at).toISOString();
  const talkMs = Math.round(150_000 + 260_000 * wave(seed));
  const quality = {
    ...{ id: newId(), version: 1, updatedAt: startedAt, interactionId: newId(), agentId: null, queueId: queue.id, direction: 'inbound' as const, purpose: 'bestelling', startedAt, endedAt: startedAt },
    ...{ pickUpMs: Math.round(5_000 + 22_000 * wave(seed + 1) ** 2), talkMs, holdMs: wave(seed + 2) > 0.7 ? 35_000 : 0, holds: 0, wrapUpMs: Math.round(20_000 + 70_000 * wave(seed + 3)) },
    ...{ silenceMs: Math.round(talkMs * 0.18 * wave(seed + 4)), silences: 2, overlapMs: 1_000, overlaps: Math.floor(3 * wave(seed + 5)), script: null, adherencePercent: Math.round(78 + 22 * wave(seed + 6)) },
    ...{ completenessPercent: Math.round(70 + 30 * wave(seed + 7)), readBackAt: null },
  };
  return { quality, firstContact: Date.now() - at < 7 * dayMs ? 'pending' : wave(seed + 8) > 0.24 ? 'resolved' : 'returned' };
}

function daysOf(days: number): JudgedConversation[] {
  const now = Date.now();
  return Array.from({ length: Math.min(days, 56) }, (_, back) => now - back * dayMs)
    .filter((at) => new Date(at).getUTCDay() !== 0)
    .flatMap((at, day) => Array.from({ length: 9 + Math.floor(8 * wave(day + 0.5)) }, (_, call) => conversation(at - call * 60_000, day * 40 + call)));
}

/** What a team lead is told: three queues, one of them quiet. */
export function sampleOverview({ from, until, bucket, timeZone, team }: QueueFiguresWish): OverviewAnswer {
  const all = daysOf(Math.round((Date.parse(until) - Date.parse(from)) / dayMs));
  const of = (name: string, place: number, keep: number): QueueFigures => {
    const found = all.filter((_, index) => wave(index + place) < keep * (team === null ? 1 : 0.5));
    const targets = targetsOf({ ...agreed, agreement: place === 2 ? null : agreed.agreement, pickUpTargetSeconds: place === 1 ? 8 : 20 });
    return { queueId: place === 0 ? queue.id : sampleId(61, place), name, targets, figures: figuresOf(found, targets), periods: figuresByPeriod(found, { bucket, timeZone, targets }) };
  };
  return { queues: [of(queue.name, 0, 1), of('Klantendienst en klachten over leveringen', 1, 0.6), of('Service après-vente FR', 2, 0.35), of('Nachtlijn', 3, 0)], teams: ['Avondploeg', 'Bestellingen Gent'] };
}

/** Eight weeks of an operator's work, without Sundays. @param isNew an operator who has not had a conversation yet */
export function sampleFigures({ days, bucket, timeZone, queue: wanted }: ParsedInput<StoreContract, 'quality.figures'>, isNew = false): OwnFigures {
  const now = Date.now();
  const all = isNew ? [] : daysOf(days);
  const targets = wanted === null || isNew ? null : targetsOf(agreed);
  return {
    queues: isNew ? [] : [{ id: queue.id, name: queue.name, conversations: all.length }],
    queueId: wanted === null || isNew ? null : queue.id,
    targets,
    today: figuresOf(all.filter(({ quality }) => dayOf(quality.startedAt, timeZone) === dayOf(new Date(now).toISOString(), timeZone)), targets),
    whole: figuresOf(all, targets),
    periods: figuresByPeriod(all, { bucket, timeZone, targets }),
  };
}
