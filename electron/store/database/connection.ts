import type Database from 'better-sqlite3';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { isOfBefore } from './open-database.ts';
import type { Turn } from './write-turn.ts';

/** What may be bound. Values reach a statement in no other way. */
export type Param = string | number | bigint | Uint8Array | null;

/** A statement longer than this is logged, with its text and never with its values. */
const slowMs = 20;

/**
 * Reading: what queries that change nothing ask for. A bound limit is written `LIMIT ? + 0`: SQLite looks at the value of a plain
 * `LIMIT ?` when it plans, and would plan such a statement anew at every call, which takes ten times as long as most of them.
 */
export interface ReadDb {
  one<Row extends object>(sql: string, ...params: Param[]): Row | undefined;
  all<Row extends object>(sql: string, ...params: Param[]): Row[];
}

/** Reading and writing: exists only inside {@link Connection.write}, so that no write stands outside a transaction. */
export interface WriteDb extends ReadDb {
  /** @returns how many rows changed. */
  run(sql: string, ...params: Param[]): number;
}

interface ConnectionOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where another thread writes to the same file. */
  readonly turn?: Turn;
}

/** For a connection that is the only one of its process. */
const alone: Turn = { run: (work) => work() };

/** One connection to the database: prepared statements kept by text, slow ones logged, writes in transactions. */
export class Connection implements ReadDb {
  readonly #handle: Database.Database;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #turn: Turn;
  readonly #statements = new Map<string, Database.Statement<Param[]>>();
  readonly #writer: WriteDb;

  constructor(handle: Database.Database, options: ConnectionOptions) {
    this.#handle = handle;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#turn = options.turn ?? alone;
    this.#writer = {
      one: (sql, ...params) => this.one(sql, ...params),
      all: (sql, ...params) => this.all(sql, ...params),
      run: (sql, ...params) => this.#timed(sql, () => this.#prepare(sql).run(...params).changes),
    };
  }

  one<Row extends object>(sql: string, ...params: Param[]): Row | undefined {
    return this.#timed(sql, () => this.#prepare(sql).get(...params) as Row | undefined);
  }

  all<Row extends object>(sql: string, ...params: Param[]): Row[] {
    return this.#timed(sql, () => this.#prepare(sql).all(...params) as Row[]);
  }

  /**
   * Runs `work` in one immediate transaction: all of it is committed when this returns, none of it when
   * it throws. Inside another `write` it becomes a part of that one.
   */
  write<T>(work: (db: WriteDb) => T): T {
    if (this.#handle.inTransaction) return work(this.#writer);
    return this.#turn.run(() => this.#handle.transaction(() => work(this.#writer)).immediate());
  }

  /**
   * Like {@link write}, and does not wait for the disk. The end of the process loses nothing of it, a power cut may, until the next
   * `write` brings the log to the disk, this with it: for what is told again, or over, when the machine is without power. A disk that is
   * busy or slow takes tens of milliseconds.
   */
  writeAhead<T>(work: (db: WriteDb) => T): T {
    if (this.#handle.inTransaction) return work(this.#writer);
    const durability = this.#handle.pragma('synchronous', { simple: true }) as number;
    this.#handle.pragma('synchronous = NORMAL');
    try {
      return this.write(work);
    } finally {
      this.#handle.pragma(`synchronous = ${durability}`);
    }
  }

  /** The file is under the cipher of before. */
  get isOfBefore(): boolean {
    return isOfBefore(this.#handle);
  }

  /** Moves the write-ahead log into the file, as far as readers allow, and makes it short again. */
  checkpoint(): void {
    this.#handle.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Moves of the write-ahead log what can be moved without anybody waiting for it; the next writer begins it anew. */
  moveLog(): void {
    this.#handle.pragma('wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#statements.clear();
    this.#handle.close();
  }

  #prepare(sql: string): Database.Statement<Param[]> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#handle.prepare<Param[]>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #timed<T>(sql: string, work: () => T): T {
    const begin = this.#clock.monotonic();
    try {
      return work();
    } finally {
      const ms = this.#clock.monotonic() - begin;
      if (ms > slowMs) this.#logger.warn({ sql, ms: Math.round(ms) }, 'slow query');
    }
  }
}
