import { createHash } from 'node:crypto';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { mutationResultSchema, type Mutation, type MutationResult } from '#shared/contract/sync.ts';
import type { Transaction } from 'kysely';
import { readRow } from '../database/rows.ts';
import type { Schema } from '../database/schema.ts';
import { codeOf } from '../errors.ts';
import type { ChangeLog, Writer } from './change-log.ts';
import { decide, type Author } from './decide.ts';
import { mayKnow } from './permissions.ts';
import { Rejection } from './rejection.ts';

function rejected(mutation: Mutation, { code, message, problems }: Rejection): MutationResult {
  return { id: mutation.id, status: 'rejected', code, reason: message, ...(problems.length === 0 ? {} : { problems: [...problems] }) };
}

function digestOf(mutation: Mutation): string {
  return createHash('sha256').update(JSON.stringify([mutation.entity, mutation.entityId, mutation.baseVersion, mutation.patch])).digest('base64url');
}

/** The answer given before, where this is a repetition: its answer was lost on the way. With the row as it is by now. */
async function earlierAnswer(trx: Transaction<Schema>, author: Author, mutation: Mutation): Promise<MutationResult | null> {
  const earlier = await trx.selectFrom('mutation').select(['agentId', 'digest', 'answer']).where('id', '=', mutation.id).executeTakeFirst();
  if (earlier === undefined) return null;
  if (earlier.agentId !== author.agentId || earlier.digest !== digestOf(mutation)) throw new Rejection('id-reused', 'This id was used before, for another mutation.');
  return await asItIsNow(trx, author, mutation, mutationResultSchema.parse(earlier.answer));
}

/** The device may have heard meanwhile how others changed, moved or removed the row: an older copy of it, as an answer, would take that back. */
async function asItIsNow(trx: Transaction<Schema>, author: Author, { entity, entityId }: Mutation, earlier: MutationResult): Promise<MutationResult> {
  if (earlier.status === 'rejected' || earlier.row === null) return earlier;
  const row = await readRow(trx, entity, entityId);
  if (row !== null && (await mayKnow(trx, author.scope, entity, row))) return { ...earlier, version: row.version, row };
  if (earlier.status === 'conflict') throw new Rejection('not-found', `There is no such ${entity}.`);
  return { id: earlier.id, status: 'applied', version: row?.version ?? (await lastVersion(trx, entityId)), row: null };
}

/** @returns the version with which a row was removed. */
async function lastVersion(trx: Transaction<Schema>, rowId: string): Promise<number> {
  const { version } = await trx.selectFrom('change').select(({ fn }) => fn.max('version').as('version')).where('rowId', '=', rowId).executeTakeFirstOrThrow();
  return version;
}

async function answerOf(writer: Writer, author: Author, mutation: Mutation): Promise<MutationResult> {
  try {
    return await decide(writer, author, mutation);
  } catch (error) {
    if (error instanceof Rejection) return rejected(mutation, error);
    throw error;
  }
}

/** PostgreSQL's classes 22 (data exception) and 23 (integrity violation): the values cannot be stored, now or later. */
function isRefusedByDatabase(error: unknown): boolean {
  return /^2[23][0-9A-Z]{3}$/.test(codeOf(error) ?? '');
}

export interface MutationDependencies {
  readonly log: ChangeLog;
  readonly clock: Clock;
  readonly logger: Logger;
}

async function applyOne({ log, clock, logger }: MutationDependencies, author: Author, mutation: Mutation): Promise<MutationResult> {
  try {
    return await log.write(author, async (writer) => {
      const earlier = await earlierAnswer(writer.trx, author, mutation);
      if (earlier !== null) return earlier;
      const answer = await answerOf(writer, author, mutation);
      await writer.trx
        .insertInto('mutation')
        .values({ id: mutation.id, agentId: author.agentId, digest: digestOf(mutation), answer: JSON.stringify(answer), at: new Date(isoNow(clock)) })
        .execute();
      return answer;
    });
  } catch (error) {
    if (error instanceof Rejection) return rejected(mutation, error);
    if (!isRefusedByDatabase(error)) throw error;
    logger.warn({ entity: mutation.entity, sqlState: codeOf(error) }, 'mutation refused by the database');
    return rejected(mutation, new Rejection('invalid', 'The values cannot be stored.'));
  }
}

/**
 * Answers the mutations of an outbox in their order, each in a transaction of its own: one that is
 * refused does not keep the others back. Where the database fails half-way the whole request fails;
 * sent again, what was applied is answered so again, with the row as it is by then.
 */
export async function applyMutations(dependencies: MutationDependencies, author: Author, mutations: readonly Mutation[]): Promise<MutationResult[]> {
  const results: MutationResult[] = [];
  for (const mutation of mutations) results.push(await applyOne(dependencies, author, mutation));
  return results;
}
