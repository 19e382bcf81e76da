import { newId } from '#shared/domain/ids.ts';
import { noAgreement, targetsOf } from '#shared/domain/quality/agreement.ts';
import { figuresOf, type JudgedConversation } from '#shared/domain/quality/figures.ts';
import { dayOf, figuresByPeriod } from '#shared/domain/quality/periods.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { OwnFigures } from '#shared/ipc/quality-calls.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { queue } from './sample-data.ts';

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

/** Eight weeks of an operator's work, without Sundays. @param isNew an operator who has not had a conversation yet */
export function sampleFigures({ days, bucket, timeZone, queue: wanted }: ParsedInput<StoreContract, 'quality.figures'>, isNew = false): OwnFigures {
  const now = Date.now();
  const all = Array.from({ length: isNew ? 0 : Math.min(days, 56) }, (_, back) => now - back * dayMs)
    .filter((at) => new Date(at).getUTCDay() !== 0)
    .flatMap((at, day) => Array.from({ length: 9 + Math.floor(8 * wave(day + 0.5)) }, (_, call) => conversation(at - call * 60_000, day * 40 + call)));
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
