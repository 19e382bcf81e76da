import { z } from 'zod';
import { incomingCarriedScriptSchema } from '#shared/domain/carried-script.ts';
import { entitySchemas, type EntityName, type EntityRow } from '#shared/domain/entities.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { objectionBudgetSchema } from '#shared/domain/script/objection-budget.ts';
import { parseScript } from '#shared/domain/script/parse.ts';
import { incomingRunSchema } from '#shared/domain/script/run.ts';

/** A row as central sent it, read or not. */
export type IncomingRow = { readonly ok: true; readonly entity: EntityName; readonly row: EntityRow<EntityName> } | PoisonRow;

/** A row that this version cannot read. `reason` names fields and kinds of fault, never values. */
export interface PoisonRow {
  readonly ok: false;
  readonly entity: string;
  /** Empty where even the id could not be read. */
  readonly id: string;
  readonly row: unknown;
  readonly reason: string;
}

/** The entities' schemas without their strictness: a field that a newer central adds is left out, and one that an older one does not know is empty. */
const readSchemas = {
  ...entitySchemas,
  queue: entitySchemas.queue.extend({ objectionBudget: objectionBudgetSchema.nullable().catch(null) }),
  interaction: entitySchemas.interaction.extend({ scriptRun: incomingRunSchema.nullable() }),
  handOver: entitySchemas.handOver.extend({ script: incomingCarriedScriptSchema }),
};
const lenientSchemas = Object.fromEntries(Object.entries(readSchemas).map(([name, schema]) => [name, schema.strip() as z.ZodType])) as Record<EntityName, z.ZodType>;

const hasId = z.object({ id: idSchema });
const longestName = 64;

/** Parses a row by its entity's schema. Never throws: what does not fit becomes a {@link PoisonRow}. */
export function readIncoming(entity: unknown, row: unknown): IncomingRow {
  if (!isEntityName(entity)) return { ok: false, entity: typeof entity === 'string' ? entity.slice(0, longestName) : '', id: idOf(row), row, reason: 'entity: unknown' };
  const parsed = lenientSchemas[entity].safeParse(row);
  if (!parsed.success) return { ok: false, entity, id: idOf(row), row, reason: faults(parsed.error.issues) };
  const reason = entity === 'script' ? scriptFault(parsed.data as EntityRow<'script'>) : null;
  return reason === null ? { ok: true, entity, row: parsed.data as EntityRow<EntityName> } : { ok: false, entity, id: idOf(row), row, reason };
}

function isEntityName(entity: unknown): entity is EntityName {
  return typeof entity === 'string' && Object.hasOwn(lenientSchemas, entity);
}

/** Empty where even the id could not be read. */
function idOf(row: unknown): string {
  return hasId.safeParse(row).data?.id ?? '';
}

/** A script can fit its schema and still leave an operator stuck in the middle of a call: that one stays out. */
function scriptFault({ definition }: EntityRow<'script'>): string | null {
  try {
    parseScript(definition);
    return null;
  } catch (error) {
    if (error instanceof BalieError) return `definition.${error.details['place'] ?? ''}: ${error.details['reason'] ?? error.code}`;
    throw error;
  }
}

function faults(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[]): string {
  return issues
    .slice(0, 10)
    .map((issue) => `${issue.path.map(String).join('.') || '(row)'}: ${issue.code ?? 'invalid'}`)
    .join(', ');
}
