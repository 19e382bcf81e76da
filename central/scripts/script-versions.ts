import type { z } from 'zod';
import type { AuditAction } from '#shared/contract/audit.ts';
import type { scriptSaveSchema, ScriptDocument, ScriptsFilter, ScriptSummary, ScriptVersion } from '#shared/contract/scripts.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { faultsOf } from '#shared/domain/script/check.ts';
import { findingText } from '#shared/domain/script/finding-words.ts';
import { pointerOf } from '#shared/domain/script/finding.ts';
import type { Script } from '#shared/domain/script/script.ts';
import type { Audit } from '../access/audit.ts';
import { readRow, type Row } from '../database/rows.ts';
import type { Database, Executor, ScriptEventKind } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';
import { Problem } from '../http/problem.ts';
import { centre, type ChangeLog, type Writer } from '../sync/change-log.ts';
import type { QueueScripts } from './queue-scripts.ts';
import { dueVersions, listScripts, listVersions, newestNumber, readDefinition, readVersion, type VersionsAsked } from './version-rows.ts';

/** Who works on a script. */
interface Editor {
  readonly agentId: string;
  readonly deviceId: string;
}

interface ScriptVersionsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: ChangeLog;
  readonly audit: Audit;
  readonly queueScripts: QueueScripts;
}

const missing = (): Problem => new Problem(404, 'not-found', 'There is no such script, or no such version of it.');

/**
 * The versions of scripts: written, reviewed by somebody else, made live at a moment. Nothing of it is ever changed or removed; each
 * step waits for its turn to write, so that two who save at once are told of each other, and several processes make a version live once.
 */
export class ScriptVersions {
  readonly #with: ScriptVersionsParts;

  constructor(parts: ScriptVersionsParts) {
    this.#with = parts;
  }

  /** @returns scripts by id; one more than the limit where there are more. A centre has tens of them: they are put together whole. */
  async scripts({ after, limit, key, language, state }: PageRequest & ScriptsFilter): Promise<ScriptSummary[]> {
    const fits = (script: ScriptSummary): boolean => (key === undefined || script.key === key) && (language === undefined || script.language === language) && (state === undefined || script.state === state);
    return (await listScripts(this.#with.db)).filter((script) => (after === null || script.id > after) && fits(script)).slice(0, limit + 1);
  }

  /** @returns versions, the newest first; one more than the limit where there are more. @throws Problem 404. */
  async versions(scriptId: string, asked: VersionsAsked): Promise<ScriptVersion[]> {
    await this.#adoptLive(scriptId);
    if ((await newestNumber(this.#with.db, scriptId)) === null) throw missing();
    return await listVersions(this.#with.db, scriptId, asked);
  }

  /** @throws Problem 404. */
  async read(scriptId: string, number: number): Promise<ScriptDocument> {
    await this.#adoptLive(scriptId);
    return await documentOf(this.#with.db, scriptId, number);
  }

  /** Makes the next version. @throws Problem 409 `script.stale` where `base` is not the newest one (any more). */
  async save(editor: Editor, scriptId: string, { base, definition, comment }: z.output<typeof scriptSaveSchema>): Promise<ScriptVersion> {
    return await this.#turn(async ({ trx }) => {
      const live = await adopt(trx, scriptId, this.#now());
      const newest = await newestNumber(trx, scriptId);
      if (newest !== base) throw new Problem(409, 'script.stale', `The newest version is ${newest ?? 0}.`);
      if (live !== null && live['key'] !== definition.key) throw new Problem(409, 'script.state', 'The key of a script stays: conversations name it.');
      await refuseTakenKey(trx, scriptId, definition);
      return await this.#add(trx, editor, { scriptId, base, restores: null, definition, comment });
    });
  }

  /** @throws Problem 403 `script.own-work`; 400 `script.invalid`; 409 where it was reviewed already. */
  async review(editor: Editor, scriptId: string, number: number, comment: string): Promise<ScriptVersion> {
    return await this.#turn(async ({ trx }) => {
      const version = await versionIn(trx, scriptId, number, ['draft']);
      if (version.author.agentId === editor.agentId) throw new Problem(403, 'script.own-work', 'Whoever wrote a version does not review it.');
      refuseFaults((await documentOf(trx, scriptId, number)).definition);
      return await this.#happened(trx, editor, { scriptId, number, kind: 'reviewed', comment });
    });
  }

  /** @param from null: now. @throws Problem 409 `script.state` where nobody has reviewed it. */
  async publish(editor: Editor, scriptId: string, number: number, from: string | null): Promise<ScriptVersion> {
    return await this.#turn(async (writer) => {
      await versionIn(writer.trx, scriptId, number, ['reviewed', 'scheduled']);
      const planned = await this.#happened(writer.trx, editor, { scriptId, number, kind: 'scheduled', liveFrom: from ?? this.#now(), comment: '' });
      if (from !== null && from > this.#now()) return planned;
      return await this.#goLive(writer, editor.agentId, scriptId, number);
    });
  }

  /** Takes back a plan to go live. @throws Problem 409 where there is none. */
  async withdraw(editor: Editor, scriptId: string, number: number): Promise<ScriptVersion> {
    return await this.#turn(async ({ trx }) => {
      await versionIn(trx, scriptId, number, ['scheduled']);
      return await this.#happened(trx, editor, { scriptId, number, kind: 'withdrawn', comment: '' });
    });
  }

  /** Makes what was live before live again, at once: as a version of its own, so that each call says what it began with. */
  async restore(editor: Editor, scriptId: string, number: number, comment: string): Promise<ScriptVersion> {
    return await this.#turn(async (writer) => {
      const { trx } = writer;
      await adopt(trx, scriptId, this.#now());
      await versionIn(trx, scriptId, number, ['former']);
      const { definition } = await documentOf(trx, scriptId, number);
      const base = await newestNumber(trx, scriptId);
      const { number: again } = await this.#add(trx, editor, { scriptId, base, restores: number, definition, comment });
      return await this.#goLive(writer, editor.agentId, scriptId, again);
    });
  }

  /** Makes live what is due. @returns how many. */
  async goLiveWhatIsDue(): Promise<number> {
    // Looked at first without a turn to write: mostly there is nothing.
    if ((await dueVersions(this.#with.db, this.#now())).length === 0) return 0;
    return await this.#turn(async (writer) => {
      const due = await dueVersions(writer.trx, this.#now());
      for (const { scriptId, number, agentId } of due) await this.#goLive(writer, agentId, scriptId, number);
      return due.length;
    });
  }

  #now(): string {
    return new Date(this.#with.clock.now()).toISOString();
  }

  async #turn<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return await this.#with.log.write(centre, work);
  }

  async #adoptLive(scriptId: string): Promise<void> {
    const { db } = this.#with;
    if ((await newestNumber(db, scriptId)) === null && (await readRow(db, 'script', scriptId)) !== null) await this.#turn(async ({ trx }) => await adopt(trx, scriptId, this.#now()));
  }

  async #add(trx: Executor, { agentId, deviceId }: Editor, version: Pick<ScriptVersion, 'scriptId' | 'base' | 'restores' | 'comment'> & { readonly definition: Script }): Promise<ScriptVersion> {
    const number = (version.base ?? 0) + 1;
    const { scriptId, definition } = version;
    await trx.insertInto('scriptVersion').values({ ...version, number, definition: JSON.stringify({ ...definition, version: number }), agentId, at: new Date(this.#with.clock.now()) }).execute();
    await this.#with.audit.record(trx, { action: 'script-saved', agentId, deviceId, entity: 'script', entityId: scriptId, details: { number, restores: version.restores } });
    return await versionIn(trx, scriptId, number);
  }

  async #happened(trx: Executor, { agentId, deviceId }: Editor, event: { readonly scriptId: string; readonly number: number; readonly kind: Exclude<ScriptEventKind, 'live'>; readonly liveFrom?: string; readonly comment: string }): Promise<ScriptVersion> {
    const { scriptId, number, kind, comment } = event;
    const liveFrom = event.liveFrom === undefined ? null : new Date(event.liveFrom);
    await trx.insertInto('scriptVersionEvent').values({ id: newId(), scriptId, number, kind, agentId, at: new Date(this.#with.clock.now()), liveFrom, comment }).execute();
    await this.#with.audit.record(trx, { action: `script-${kind}` satisfies AuditAction, agentId, deviceId, entity: 'script', entityId: scriptId, details: { number, ...(event.liveFrom === undefined ? {} : { from: event.liveFrom }) } });
    return await versionIn(trx, scriptId, number);
  }

  /** Devices get it by the ordinary sync of scripts. */
  async #goLive(writer: Writer, agentId: string | null, scriptId: string, number: number): Promise<ScriptVersion> {
    const { trx } = writer;
    const { definition, restores } = await documentOf(trx, scriptId, number);
    const { key, language } = definition;
    const current = await readRow(trx, 'script', scriptId);
    if (current === null) await writer.create('script', { id: scriptId, key, language, definition });
    else await writer.update('script', current, { key, language, definition });
    await trx.insertInto('scriptVersionEvent').values({ id: newId(), scriptId, number, kind: 'live', agentId, at: new Date(this.#with.clock.now()), liveFrom: null, comment: '' }).execute();
    await this.#with.audit.record(trx, { action: 'script-live', agentId, entity: 'script', entityId: scriptId, details: { number } });
    // Words of before are not those that a queue waits for.
    if (restores === null) await this.#with.queueScripts.takeUp(writer, scriptId, number);
    return await versionIn(trx, scriptId, number);
  }
}

/** What is live and came in from outside becomes a version like any other. @returns the live row, if there is one. */
async function adopt(trx: Executor, scriptId: string, at: string): Promise<Row | null> {
  const row = await readRow(trx, 'script', scriptId);
  const definition = row?.['definition'] as Script | undefined;
  const newest = await newestNumber(trx, scriptId);
  if (row === null || definition === undefined || (newest !== null && newest >= definition.version)) return row;
  const version = { scriptId, number: definition.version };
  await trx.insertInto('scriptVersion').values({ ...version, base: newest, restores: null, definition: JSON.stringify(definition), comment: '', agentId: null, at: new Date(row.updatedAt) }).execute();
  await trx.insertInto('scriptVersionEvent').values({ ...version, id: newId(), kind: 'live', agentId: null, at: new Date(at), liveFrom: null, comment: '' }).execute();
  return row;
}

async function documentOf(db: Executor, scriptId: string, number: number): Promise<ScriptDocument> {
  const version = await readVersion(db, scriptId, number);
  const definition = await readDefinition(db, scriptId, number);
  if (version === null || definition === null) throw missing();
  return { ...version, definition };
}

async function versionIn(db: Executor, scriptId: string, number: number, states?: readonly ScriptVersion['state'][]): Promise<ScriptVersion> {
  const version = await readVersion(db, scriptId, number);
  if (version === null) throw missing();
  if (states !== undefined && !states.includes(version.state)) throw new Problem(409, 'script.state', `Version ${number} is ${version.state}.`);
  return version;
}

function refuseFaults(definition: Script): void {
  const faults = faultsOf(definition);
  if (faults.length === 0) return;
  const errors = faults.slice(0, 20).map((fault) => ({ path: pointerOf(fault.path), message: findingText(fault, 'en') }));
  throw new Problem(400, 'script.invalid', 'An operator could be stuck in it.', { errors });
}

/** A script is known by its key and language, also in conversations. */
async function refuseTakenKey(trx: Executor, scriptId: string, { key, language }: Script): Promise<void> {
  const other = (await listScripts(trx)).find((each) => each.id !== scriptId && each.key === key && each.language === language);
  if (other !== undefined) throw new Problem(409, 'script.state', `There is another script with the key ${key} in this language.`);
}
