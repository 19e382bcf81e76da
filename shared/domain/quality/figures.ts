import { z } from 'zod';
import type { QualityTargets } from './agreement.ts';
import type { ConversationQuality } from './entities.ts';
import type { FirstContact } from './first-contact.ts';

/** What is shown of conversations together. `pickUp` to `wrapUp` are times, the last ones shares; `overlap` is a number of times. */
export const figureNames = ['pickUp', 'duration', 'hold', 'wrapUp', 'silence', 'overlap', 'adherence', 'completeness', 'firstContact'] as const;
export const figureNameSchema = z.enum(figureNames);
export type FigureName = z.infer<typeof figureNameSchema>;

/** Times are medians, so that one long call does not say how the others were; hold is a mean, because most calls have none. */
const figureSchema = z.strictObject({
  /** Seconds, a number of times, or a share from 0 to 1; null where there is nothing to count. */
  value: z.number().nullable(),
  /** Conversations that it is made of. */
  count: z.number().int().min(0),
  /** Of a time with a target: the share of those conversations that kept to it. */
  within: z.number().min(0).max(1).nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const figuresSchema = z.strictObject({
  conversations: z.number().int().min(0),
  pickUp: figureSchema,
  duration: figureSchema,
  hold: figureSchema,
  wrapUp: figureSchema,
  silence: figureSchema,
  overlap: figureSchema,
  adherence: figureSchema,
  completeness: figureSchema,
  firstContact: figureSchema,
});
export type Figures = z.infer<typeof figuresSchema>;

/** A conversation with what only time tells about it. */
export interface JudgedConversation {
  readonly quality: ConversationQuality;
  readonly firstContact: FirstContact;
}

/** @param targets of the one queue that the conversations are of; null: of several, and nothing is compared. */
export function figuresOf(conversations: readonly JudgedConversation[], targets: QualityTargets | null): Figures {
  const qualities = conversations.map(({ quality }) => quality);
  const times = (of: (quality: ConversationQuality) => number | null): number[] => qualities.flatMap((quality) => of(quality) ?? []).map((ms) => ms / 1000);
  const listened = qualities.filter(({ silenceMs }) => silenceMs !== null);
  const judged = conversations.filter(({ firstContact }) => firstContact !== 'pending' && firstContact !== 'unknown');
  return {
    conversations: qualities.length,
    pickUp: median(times(({ pickUpMs }) => pickUpMs), targets?.pickUpSeconds),
    duration: median(times(({ talkMs, holdMs }) => talkMs + holdMs), targets?.durationSeconds),
    hold: mean(times(({ holdMs }) => holdMs)),
    wrapUp: median(times(({ wrapUpMs }) => wrapUpMs), targets?.wrapUpSeconds),
    silence: share(total(listened.map(({ silenceMs }) => silenceMs ?? 0)), total(listened.map(({ talkMs }) => talkMs)), listened.length),
    overlap: mean(qualities.flatMap(({ overlaps }) => overlaps ?? [])),
    adherence: mean(qualities.flatMap(({ adherencePercent }) => (adherencePercent === null ? [] : [adherencePercent / 100]))),
    completeness: mean(qualities.map(({ completenessPercent }) => completenessPercent / 100)),
    firstContact: share(judged.filter(({ firstContact }) => firstContact === 'resolved').length, judged.length, judged.length),
  };
}

function median(values: readonly number[], target?: number | null): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? null;
  const value = upper === null || sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
  const within = target === undefined || target === null || sorted.length === 0 ? null : sorted.filter((seconds) => seconds <= target).length / sorted.length;
  return { value, count: sorted.length, within };
}

function mean(values: readonly number[]): Figure {
  return { value: values.length === 0 ? null : total(values) / values.length, count: values.length, within: null };
}

function share(part: number, whole: number, count: number): Figure {
  return { value: whole === 0 ? null : Math.min(1, part / whole), count, within: null };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** How a figure stands against what was agreed; null where nothing was, or nothing was counted. */
export type Standing = 'kept' | 'not-kept' | null;

/** @returns a figure against its target. Of the pick-up time the share counts where one was agreed, otherwise the median. */
export function standingOf(name: FigureName, figure: Figure, targets: QualityTargets | null): Standing {
  const target = targets === null ? null : targetOf(name, targets);
  if (target === null || figure.value === null) return null;
  if (name === 'pickUp' && targets !== null && targets.pickUpPercent !== null && figure.within !== null) return Math.round(figure.within * 100) >= targets.pickUpPercent ? 'kept' : 'not-kept';
  const isTime = name === 'pickUp' || name === 'duration' || name === 'wrapUp';
  // A share is judged as it is read: 89.6% is 90%.
  return (isTime ? figure.value <= target : Math.round(figure.value * 100) >= Math.round(target * 100)) ? 'kept' : 'not-kept';
}

/** @returns the target in the figure's own unit; null where none was agreed. */
export function targetOf(name: FigureName, targets: QualityTargets): number | null {
  switch (name) {
    case 'pickUp':
      return targets.pickUpSeconds;
    case 'duration':
      return targets.durationSeconds;
    case 'wrapUp':
      return targets.wrapUpSeconds;
    case 'adherence':
      return targets.adherencePercent === null ? null : targets.adherencePercent / 100;
    case 'firstContact':
      return targets.firstContactPercent === null ? null : targets.firstContactPercent / 100;
    case 'hold':
    case 'silence':
    case 'overlap':
    case 'completeness':
      return null;
  }
}
