import { maskUnsent } from '#shared/domain/identity/mask.ts';
import type { Cell } from '#shared/domain/office.ts';
import { worthShowing, type UnsentWork } from '#shared/domain/unsent-work.ts';
import type { ReadDb } from '../database/connection.ts';
import type { Access } from '../identity/access.ts';
import { fieldsOf, unsentAfter, type UnsentEntry } from '../unsent/parked-work.ts';
import { customerOf } from '../unsent/subject.ts';
import { pageOf, pageSize, type RowPage } from './row-page.ts';

/** What this device has and central has not, oldest first: a line for each field that says something, masked as in the list of it. */
export function unsentPage(db: ReadDb, access: Access, after: string | null): RowPage {
  const { shown, next } = pageOf(unsentAfter(db, after === null ? 0 : Number(after), pageSize + 1), pageSize);
  return { rows: shown.flatMap((entry) => rowsOf(db, access, entry)), next };
}

function rowsOf(db: ReadDb, access: Access, entry: UnsentEntry): Cell[][] {
  const { mutation, state } = entry;
  const { customer, fields } = shownOf(db, access, entry);
  const what = mutation.patch === null ? 'removes' : mutation.baseVersion === null ? 'creates' : 'changes';
  const head: Cell[] = [mutation.at, `unsent.${mutation.entity}`, `work.${what}`, `work.${state}`, customer?.name ?? null];
  const told = fields.filter(worthShowing);
  if (told.length === 0) return [[...head, null, null, null, null]];
  return told.map(({ field, mine, base, theirs }) => [...head, field, textOf(mine), textOf(base), state === 'conflict' ? textOf(theirs) : null]);
}

/** Whose it is and what was written, as far as it may be seen now. */
function shownOf(db: ReadDb, access: Access, entry: UnsentEntry): Pick<UnsentWork, 'customer' | 'fields'> {
  const { entity, entityId, patch } = entry.mutation;
  const work = { customer: customerOf(db, entity, entityId, patch ?? entry.base), fields: fieldsOf(db, entry) };
  return work.customer === null ? work : maskUnsent(work, access.masked(work.customer.id));
}

function textOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
