import { z } from 'zod';
import { cursorSchema, snapshotMarkSchema } from '../contract/sync.ts';
import { letterHashSchema } from '../domain/letter-template.ts';
import { defineContract, nothing } from './contract.ts';

/** What a batch from central changed in the cache: what the workspace has to read again. */
const appliedChangesSchema = z.object({
  customers: z.array(z.string()),
  interactions: z.array(z.string()),
  /** Products, stock, holds, terms, policy, slots. */
  catalogue: z.boolean(),
  /** Notes of colleagues came in: they belong to calls that are up or being wrapped up. */
  handOvers: z.boolean(),
  /** Cases or promises: the list of what is due. */
  work: z.boolean(),
  /** Articles that are looked up. */
  knowledge: z.boolean(),
  /** Templates of letters, or their documents. */
  letters: z.boolean(),
  /** Queues, outcomes, scripts, agents or directory entries. */
  reference: z.boolean(),
  /** A customer was erased: what else this workstation has of them goes too. */
  erased: z.boolean(),
});
export type AppliedChanges = z.infer<typeof appliedChangesSchema>;

/**
 * The store process to its own worker thread, which writes what central sends. It is handed what came over
 * the wire, unread: reading and checking thousands of rows is the work that must not stand in the way of a keystroke.
 */
export const applierContract = defineContract({
  name: 'applier',
  calls: {
    /** The text of one page of `GET /v1/changes`; its rows are written and found again by search when this answers. */
    'changes.apply': { input: z.strictObject({ page: z.string() }), output: z.object({ changes: appliedChangesSchema, cursor: cursorSchema, more: z.boolean() }) },
    /**
     * A stream of `GET /v1/snapshot` begins; a fill that was under way is given up. `after`: where it goes on, that is what to ask
     * for; null: from the beginning, as always when `anew`.
     */
    'fill.begin': { input: z.strictObject({ anew: z.boolean() }), output: z.object({ after: snapshotMarkSchema.nullable() }) },
    /** The next bytes of the stream, in order; several calls may be under way. */
    'fill.take': { input: z.strictObject({ bytes: z.instanceof(Uint8Array<ArrayBuffer>) }), output: nothing },
    /** The stream has ended: refused as `sync.unreachable` when it was cut. */
    'fill.end': { input: nothing, output: nothing },
    /** Brings the search words up to date with the rows, whoever left them stale. */
    'words.refresh': { input: nothing, output: nothing },
    /** Central no longer knows our cursor: the next pull is a snapshot. */
    'cursor.forget': { input: nothing, output: nothing },
    /** Keeps the document of a letter. Refused as `letter.template-invalid` where it is not what its name says. */
    'letter.keep': { input: z.strictObject({ sha256: letterHashSchema, bytes: z.instanceof(Uint8Array<ArrayBuffer>) }), output: appliedChangesSchema },
    /** Drops documents that no template names any more. */
    'letter.tidy': { input: nothing, output: nothing },
    /** After an update this version may read what a former one could not. */
    'parked.retry': { input: nothing, output: appliedChangesSchema },
  },
  events: {
    /** How many rows of the snapshot have been written. */
    'fill.progress': z.object({ done: z.number().int(), total: z.number().int() }),
    /** The write lock is free, and somebody was waiting for it. */
    'turn.freed': z.object({}),
    /** Nothing is left to do, and nothing has come for a while: the thread may end. */
    rest: z.object({}),
    /** The thread has no log of its own. */
    log: z.object({ level: z.enum(['debug', 'info', 'warn', 'error']), fields: z.record(z.string(), z.unknown()), message: z.string() }),
  },
});
export type ApplierContract = typeof applierContract;
