import { z } from 'zod';
import { languageSchema } from '../language.ts';
import { scriptKeySchema } from './key.ts';

/** `HH:MM` on the operator's clock. */
const clockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');

/** One set of demands; all that are named must hold. */
const demandSchema = z.strictObject({
  /** Field key to the value it must have; `null` asks that it is empty. */
  captured: z.record(scriptKeySchema, z.string().max(200).nullable()).optional(),
  customerKnown: z.boolean().optional(),
  customer: z
    .strictObject({
      kind: z.enum(['person', 'organisation']).optional(),
      segment: z.array(z.enum(['new', 'regular', 'loyal'])).min(1).optional(),
      language: z.array(languageSchema).min(1).optional(),
    })
    .optional(),
  /** Keys of the queues over which the call may have come. */
  queue: z.array(z.string().min(1).max(128)).min(1).max(20).optional(),
  /** Languages that are being spoken. */
  language: z.array(languageSchema).min(1).optional(),
  /** `from` up to, not including, `to`; over midnight where `to` is earlier. Days are ISO's: 1 is Monday. */
  time: z.strictObject({ from: clockTimeSchema, to: clockTimeSchema, days: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional() }).optional(),
});

/**
 * A condition on what is known during the call: its own demands, one of `any`, and not `not`. Two levels say all that a
 * script needs, and none can be nested until a reader, or a stack, gives up.
 */
export const conditionSchema = demandSchema.extend({ any: z.array(demandSchema).min(1).max(20).optional(), not: demandSchema.optional() });
export type ScriptCondition = z.infer<typeof conditionSchema>;
export type Demand = z.infer<typeof demandSchema>;

/** What is known at this moment of the call, on which a script may depend. */
export interface ScriptFacts {
  /** What fields and answers captured, by key. */
  readonly captured: Readonly<Record<string, string>>;
  /** Null while nobody is linked. */
  readonly customer: { readonly kind: 'person' | 'organisation'; readonly segment: 'new' | 'regular' | 'loyal'; readonly language: z.infer<typeof languageSchema> } | null;
  readonly queueKey: string | null;
  readonly language: z.infer<typeof languageSchema>;
  /** The operator's clock: minutes since midnight, and the day of the week (1 is Monday). */
  readonly time: { readonly minute: number; readonly day: number };
}

/** @returns true when `condition` holds; one that is absent always does. */
export function holds(condition: ScriptCondition | undefined, facts: ScriptFacts): boolean {
  if (condition === undefined) return true;
  const { any, not } = condition;
  if (!meets(condition, facts)) return false;
  if (any !== undefined && !any.some((demand) => meets(demand, facts))) return false;
  return not === undefined || !meets(not, facts);
}

/** @returns the captured value without blanks around it; empty where there is none. */
export function capturedValue(captured: ScriptFacts['captured'], key: string): string {
  // Own keys only: a field may well be called "constructor".
  return Object.hasOwn(captured, key) ? (captured[key]?.trim() ?? '') : '';
}

/** @returns every field key that a condition looks at. */
export function capturedInCondition(condition: ScriptCondition | undefined): readonly string[] {
  if (condition === undefined) return [];
  return [condition, ...(condition.any ?? []), ...(condition.not === undefined ? [] : [condition.not])].flatMap((demand) => Object.keys(demand.captured ?? {}));
}

function meets(demand: Demand, facts: ScriptFacts): boolean {
  const { captured, customerKnown, customer, queue, language, time } = demand;
  if (customerKnown !== undefined && customerKnown !== (facts.customer !== null)) return false;
  if (customer !== undefined && !isCustomer(customer, facts.customer)) return false;
  if (queue !== undefined && (facts.queueKey === null || !queue.includes(facts.queueKey))) return false;
  if (language !== undefined && !language.includes(facts.language)) return false;
  if (time !== undefined && !isTime(time, facts.time)) return false;
  return Object.entries(captured ?? {}).every(([key, wanted]) => capturedValue(facts.captured, key) === (wanted ?? ''));
}

function isCustomer(wanted: NonNullable<Demand['customer']>, customer: ScriptFacts['customer']): boolean {
  if (customer === null) return false;
  if (wanted.kind !== undefined && wanted.kind !== customer.kind) return false;
  if (wanted.segment !== undefined && !wanted.segment.includes(customer.segment)) return false;
  return wanted.language === undefined || wanted.language.includes(customer.language);
}

function isTime(wanted: NonNullable<Demand['time']>, now: ScriptFacts['time']): boolean {
  const from = minuteOf(wanted.from);
  const to = minuteOf(wanted.to);
  const overMidnight = to <= from;
  const within = overMidnight ? now.minute >= from || now.minute < to : now.minute >= from && now.minute < to;
  if (!within) return false;
  // After midnight it is still the evening of the day before.
  const day = overMidnight && now.minute < to ? ((now.day + 5) % 7) + 1 : now.day;
  return wanted.days === undefined || wanted.days.includes(day);
}

function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));
}
