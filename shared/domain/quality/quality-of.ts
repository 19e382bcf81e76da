import type { CallLeg, Interaction } from '../entities.ts';
import { stateOf } from '../script/run.ts';
import type { Script } from '../script/script.ts';
import { adherencePercent, scriptCounts } from './adherence.ts';
import type { ConversationQuality } from './entities.ts';
import { lengthOf, uncovered, type Span } from './spans.ts';
import { nothingCounted, type CallTally } from './tally.ts';

export interface ConversationFacts {
  /** Closed, and answered. */
  readonly interaction: Interaction;
  /** All of them ended, oldest first. */
  readonly legs: readonly CallLeg[];
  /** What was counted of each leg, by its call; absent where nothing was. */
  readonly tallies: ReadonlyMap<string, CallTally>;
  /** Null where the queue has none. */
  readonly script: Script | null;
  /** How many events of its run are those of a colleague who put the call through. */
  readonly eventsOfColleague: number;
  readonly completenessPercent: number;
  readonly readBackAt: string | null;
  /** Other calls that this operator had answered. */
  readonly otherCalls: readonly Span[];
}

export type QualityFacts = Omit<ConversationQuality, 'id' | 'version' | 'updatedAt'>;

/** @returns the figures of a conversation; null while it is not over, or where nobody ever spoke. */
export function qualityOf(facts: ConversationFacts): QualityFacts | null {
  const { interaction, legs, tallies, script } = facts;
  const { answeredAt, closedAt } = interaction;
  const talks = legs.flatMap(spanOf);
  const endedAt = talks.map(({ until }) => until).reduce((latest, until) => (until > latest ? until : latest), '');
  if (interaction.state !== 'closed' || closedAt === null || answeredAt === null || talks.length === 0) return null;
  const counted = legs.map(({ callId, endedAt: end }) => atEnd(tallies.get(callId) ?? nothingCounted.tally, end));
  const sum = (of: (tally: CallTally) => number): number => counted.reduce((total, tally) => total + of(tally), 0);
  const isHeard = counted.some(({ heard }) => heard);
  const holdMs = sum((tally) => tally.holdMs);
  const counts = script === null ? null : scriptCounts({ script, run: interaction.scriptRun, before: facts.eventsOfColleague, transferred: legs.some(({ transferredTo }) => transferredTo !== null) });
  return {
    interactionId: interaction.id,
    agentId: interaction.agentId,
    queueId: interaction.queueId,
    direction: interaction.direction,
    purpose: interaction.scriptRun === null ? null : stateOf(interaction.scriptRun).purpose,
    startedAt: interaction.startedAt,
    endedAt,
    pickUpMs: interaction.direction === 'inbound' ? lengthOf({ from: interaction.startedAt, until: answeredAt }) : null,
    talkMs: Math.max(0, talks.reduce((total, talk) => total + lengthOf(talk), 0) - holdMs),
    holdMs,
    holds: sum((tally) => tally.holds),
    wrapUpMs: interaction.interrupted ? null : uncovered({ from: endedAt, until: closedAt }, facts.otherCalls),
    silenceMs: isHeard ? sum((tally) => tally.silenceMs) : null,
    silences: isHeard ? sum((tally) => tally.silences) : null,
    overlapMs: isHeard ? sum((tally) => tally.overlapMs) : null,
    overlaps: isHeard ? sum((tally) => tally.overlaps) : null,
    script: counts,
    adherencePercent: counts === null ? null : adherencePercent(counts),
    completenessPercent: facts.completenessPercent,
    readBackAt: facts.readBackAt,
  };
}

function spanOf({ answeredAt, endedAt }: CallLeg): Span[] {
  return answeredAt === null || endedAt === null ? [] : [{ from: answeredAt, until: endedAt }];
}

/** A hold that was never taken back lasted until the end. */
function atEnd(tally: CallTally, endedAt: string | null): CallTally {
  if (tally.heldSince === null || endedAt === null) return tally;
  return { ...tally, heldSince: null, holdMs: tally.holdMs + lengthOf({ from: tally.heldSince, until: endedAt }) };
}
