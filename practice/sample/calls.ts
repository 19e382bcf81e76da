import type { CallLeg, Interaction } from '#shared/domain/entities.ts';
import { unsynced } from './centre.ts';
import type { Random } from './random.ts';

/** Share of the conversations before which the customer had rung in vain. */
const rangBefore = 0.06;

/** Calls that nobody took, some time before the same customer got through. */
export function missedRows(random: Random, interactions: readonly Interaction[]): Interaction[] {
  return interactions
    .filter(() => random.chance(rangBefore))
    .map((interaction) => {
      const startedAt = Date.parse(interaction.startedAt) - random.between(4, 90) * 60_000;
      const endedAt = startedAt + random.between(8, 40) * 1_000;
      const iso = (at: number): string => new Date(at).toISOString();
      return { ...interaction, id: random.id(startedAt), startedAt: iso(startedAt), answeredAt: null, endedAt: iso(endedAt), closedAt: iso(endedAt), outcomeId: null, sentence: '', note: '', captured: {} };
    });
}

/** The telephone call of each interaction, with how it sounded. */
export function legRows(random: Random, interactions: readonly Interaction[]): CallLeg[] {
  return interactions.map((interaction) => {
    const { id: interactionId, direction, startedAt, answeredAt, endedAt } = interaction;
    const opened = Date.parse(startedAt);
    return {
      ...unsynced,
      id: random.id(opened),
      interactionId,
      callId: random.id(opened),
      direction,
      startedAt,
      answeredAt,
      endedAt,
      cause: answeredAt === null ? 'cancelled' : 'hung-up',
      endedBy: random.chance(0.7) ? 'remote' : 'local',
      transferredTo: null,
      // Measured since this summer only, as in a centre that had another telephone before.
      quality: answeredAt === null || endedAt === null || opened < Date.UTC(2026, 5, 1) ? null : quality(random, Date.parse(endedAt) - Date.parse(answeredAt)),
      recording: null,
    };
  });
}

function quality(random: Random, lengthMs: number): CallLeg['quality'] {
  const mosMean = random.between(36, 44) / 10;
  const lossPercent = random.chance(0.8) ? 0 : random.between(1, 30) / 10;
  return { seconds: Math.round(lengthMs / 1_000), mosMean, mosWorst: Math.round(mosMean * 10 - random.between(0, 12)) / 10, lossPercent, jitterMs: random.between(1, 24), roundTripMs: random.between(12, 90), codec: 'opus' };
}
