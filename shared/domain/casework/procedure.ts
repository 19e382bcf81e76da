import { z } from 'zod';
import { caseKindSchema, prioritySchema } from '../file-entities.ts';
import { idSchema } from '../ids.ts';
import { localisedSchema } from '../language.ts';
import { scriptKeySchema } from '../script/key.ts';
import { synced } from '../synced.ts';
import { businessHoursSchema, dueBy, dueRuleSchema } from './business-time.ts';

const label = z.object({ nl: z.string().min(1).max(120), fr: z.string().max(120).optional(), en: z.string().max(120).optional(), de: z.string().max(120).optional() });

const stepSchema = z.strictObject({ key: scriptKeySchema, title: label, hint: localisedSchema.nullable() });

/** What is asked and written down with the case. `amount` is in euros as it is typed; `yes` is a tick, e.g. that a photo was asked by mail. */
const fieldSchema = z.strictObject({
  key: scriptKeySchema,
  label,
  type: z.enum(['text', 'longtext', 'date', 'amount', 'choice', 'yes']),
  required: z.boolean(),
  options: z.array(z.string().min(1).max(120)).max(30),
});

const isUnique = (keyed: readonly { readonly key: string }[]): boolean => new Set(keyed.map(({ key }) => key)).size === keyed.length;

/** How the centre treats one kind of question, complaint or claim. Set by the centre; a case that was opened by it follows it as it is now. */
export const procedureSchema = z.strictObject({
  ...synced,
  /** What an administrator names it by. */
  key: z.string().min(1).max(64),
  /** Null: every queue. */
  queueId: idSchema.nullable(),
  kind: caseKindSchema,
  /** What it is about, e.g. "Gebroken fles". */
  topic: label,
  priority: prioritySchema,
  /** Who answers for a case by it: who noted it, the team lead, or whoever of the queue takes it. */
  owner: z.enum(['operator', 'team-lead', 'queue']),
  /** Where the case is, as it is said to the customer: "de dienst Retouren". */
  department: label,
  due: dueRuleSchema,
  hours: businessHoursSchema,
  steps: z.array(stepSchema).max(20).refine(isUnique, 'a key stands for one step'),
  fields: z.array(fieldSchema).max(20).refine(isUnique, 'a key stands for one field'),
  active: z.boolean(),
});
export type Procedure = z.infer<typeof procedureSchema>;
export type ProcedureStep = z.infer<typeof stepSchema>;
export type ProcedureField = z.infer<typeof fieldSchema>;

/** @returns the procedures by which a case of this kind can be opened in a queue: the queue's own before those of every queue. */
export function proceduresFor(all: readonly Procedure[], kind: Procedure['kind'], queueId: string | null): readonly Procedure[] {
  const fitting = all.filter((procedure) => procedure.active && procedure.kind === kind && (procedure.queueId === null || procedure.queueId === queueId));
  return fitting.sort((a, b) => Number(a.queueId === null) - Number(b.queueId === null) || a.topic.nl.localeCompare(b.topic.nl));
}

/** @returns by when a case by this procedure has to be answered, UTC. */
export function procedureDue({ due, hours }: Procedure, openedAt: string): string {
  return dueBy(due, openedAt, hours);
}

/** @returns the labels of what must be collected and is not. */
export function missingOf({ fields }: Procedure, collected: Readonly<Record<string, string>>): readonly ProcedureField[] {
  return fields.filter(({ key, required }) => required && (Object.hasOwn(collected, key) ? (collected[key] ?? '') : '').trim() === '');
}

/** A tick at a step, or its being taken back. */
interface StepMark {
  readonly id: string;
  readonly step: string;
  readonly done: boolean;
  readonly at: string;
  readonly agentId: string | null;
}

export interface StepState {
  readonly step: ProcedureStep;
  /** Null: still to do. */
  readonly done: { readonly at: string; readonly agentId: string | null } | null;
}

/** Where a case stands in its procedure: of each step the newest mark counts, whichever device made it. */
export function stepsOf({ steps }: Procedure, marks: readonly StepMark[]): readonly StepState[] {
  const newest = new Map<string, StepMark>();
  for (const mark of marks) {
    const known = newest.get(mark.step);
    // Of two at the same moment every device takes the same one.
    if (known === undefined || mark.at > known.at || (mark.at === known.at && mark.id > known.id)) newest.set(mark.step, mark);
  }
  return steps.map((step) => {
    const mark = newest.get(step.key);
    return { step, done: mark?.done === true ? { at: mark.at, agentId: mark.agentId } : null };
  });
}

/** @returns the first step that is still to do; null when all are done, or there are none. */
export function nextStep(states: readonly StepState[]): ProcedureStep | null {
  return states.find(({ done }) => done === null)?.step ?? null;
}
