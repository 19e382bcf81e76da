import { z } from 'zod';
import { isLive, type Call } from '#shared/domain/call.ts';
import { isoNow, type Clock, type Scheduled } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { instantSchema } from '#shared/domain/ids.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { LockState } from '#shared/domain/snapshot.ts';
import type { SecretVault } from '../settings/secret-vault.ts';
import type { MainState } from './main-state.ts';

/** From here on every wrong try costs a pause, twice as long as the one before. */
const freeTries = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;
const vaultName = 'desk-lock';
const keptSchema = z.object({ since: instantSchema, wrong: z.number().int().min(0), retryAt: instantSchema.nullable() });
type Kept = z.infer<typeof keptSchema>;

/** Electron's `powerMonitor`, as far as it is needed. */
export interface PowerMonitor {
  /** Seconds since somebody touched keyboard or mouse, anywhere on this machine. */
  getSystemIdleTime(): number;
  on(event: 'lock-screen' | 'unlock-screen', listener: () => void): unknown;
}

interface IdleLockOptions {
  readonly state: MainState;
  /** A start of Balie anew opens no locked desk, and gives nobody new tries. */
  readonly vault: Pick<SecretVault, 'get' | 'set' | 'delete'>;
  readonly power: PowerMonitor;
  /** Whether something is known that opens the desk again. */
  readonly hasWayBack: () => boolean;
  /** Tells the store, which answers the workspace itself. */
  readonly tellStore: (locked: boolean) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Locks the desk when nobody has touched it for as long as the centre allows, when the system's screen is locked, and when the
 * operator says so. Never while a call is up or rings; the time of a call counts as somebody being there.
 */
export class IdleLock {
  readonly #options: IdleLockOptions;
  #minutes = 0;
  #kept: Kept | null = null;
  #looking: Scheduled | null = null;
  #usedAt = Number.NEGATIVE_INFINITY;
  #inCall = false;
  #trying = false;
  #screenLocked = false;

  constructor(options: IdleLockOptions) {
    this.#options = options;
    options.state.subscribe(({ calls }) => this.#observe(calls));
    options.power.on('lock-screen', () => this.#onScreen(true));
    options.power.on('unlock-screen', () => this.#onScreen(false));
  }

  get isLocked(): boolean {
    return this.#kept !== null;
  }

  /** A desk that was locked when Balie ended is still locked. Before anything is shown. */
  restore(): void {
    const text = this.#options.vault.get(vaultName);
    if (text === null) return;
    // What cannot be read was written by this class, and so the desk was locked.
    this.#put(keptSchema.safeParse(JSON.parse(text)).data ?? { since: isoNow(this.#options.clock), wrong: freeTries, retryAt: null });
  }

  /** @param minutes what the centre wants; null or 0: only the operator locks the desk. */
  provision(minutes: number | null): void {
    this.#minutes = minutes ?? 0;
    this.#look();
  }

  /** @throws {BalieError} `lock.in-call` during a call, `lock.no-way` where nothing could open it again. */
  lock(): void {
    if (this.#inCall) throw new BalieError('lock.in-call', 'the desk is not locked during a call');
    if (this.#minutes === 0 && !this.#options.hasWayBack()) throw new BalieError('lock.no-way', 'nothing is known that would open it again');
    this.#lock('the operator locked the desk');
  }

  /**
   * Opens the desk if `check` says so; one try at a time.
   *
   * @throws {BalieError} `lock.wrong`; `lock.too-many-tries` while a pause lasts or another try is looked at; what `check` throws, which counts as no try.
   */
  async attempt(check: () => Promise<boolean>): Promise<void> {
    const { clock } = this.#options;
    const retryAt = this.#kept?.retryAt ?? null;
    if (this.#trying || (retryAt !== null && clock.now() < Date.parse(retryAt))) throw new BalieError('lock.too-many-tries', 'no try counts now');
    this.#trying = true;
    try {
      if (await check()) {
        await this.open();
        return;
      }
    } finally {
      this.#trying = false;
    }
    this.#countWrong();
    throw new BalieError('lock.wrong', 'this does not open the desk');
  }

  stop(): void {
    this.#looking?.cancel();
  }

  /** The operator has shown who they are: here, or by signing in anew. */
  async open(): Promise<void> {
    if (this.#kept === null) return;
    this.#kept = null;
    this.#options.vault.delete(vaultName);
    // What opened it was a key or the mouse; in a browser it was not here.
    this.#usedAt = this.#options.clock.monotonic();
    await this.#options.tellStore(false);
    this.#options.logger.info({}, 'the desk is open again');
    this.#options.state.update({ lock: null });
    this.#look();
  }

  #countWrong(): void {
    if (this.#kept === null) return;
    const wrong = this.#kept.wrong + 1;
    const over = wrong - freeTries;
    const retryAt = over < 0 ? null : new Date(this.#options.clock.now() + Math.min(firstPauseMs * 2 ** over, longestPauseMs)).toISOString();
    this.#options.logger.warn({ wrong }, 'a wrong password at a locked desk');
    this.#put({ ...this.#kept, wrong, retryAt });
  }

  #observe(calls: readonly Call[]): void {
    const inCall = calls.some(isLive);
    if (inCall === this.#inCall) return;
    this.#inCall = inCall;
    if (!inCall) this.#usedAt = this.#options.clock.monotonic();
    this.#look();
  }

  #onScreen(locked: boolean): void {
    this.#screenLocked = locked;
    this.#look();
  }

  #look(): void {
    this.#looking?.cancel();
    this.#looking = null;
    if (this.#minutes === 0 || this.#kept !== null || this.#inCall || this.#options.state.snapshot.session.state !== 'signed-in') return;
    const { clock, power } = this.#options;
    const idleMs = Math.min(power.getSystemIdleTime() * 1000, clock.monotonic() - this.#usedAt);
    const leftMs = this.#minutes * 60_000 - idleMs;
    if (leftMs <= 0 || this.#screenLocked) this.#lock(this.#screenLocked ? 'the screen was locked: the desk is' : 'nobody is at the desk: it is locked');
    else this.#looking = clock.schedule(leftMs, () => this.#look());
  }

  #lock(why: string): void {
    if (this.#kept !== null) return;
    this.#options.logger.info({}, why);
    this.#put({ since: isoNow(this.#options.clock), wrong: 0, retryAt: null });
  }

  #put(kept: Kept): void {
    this.#kept = kept;
    this.#looking?.cancel();
    this.#looking = null;
    this.#keep(kept);
    const lock: LockState = { since: kept.since, retryAt: kept.retryAt };
    this.#options.state.update({ lock });
    void this.#options.tellStore(true);
  }

  /** A disk that is full keeps no desk open. */
  #keep(kept: Kept): void {
    try {
      this.#options.vault.set(vaultName, JSON.stringify(kept));
    } catch (error) {
      this.#options.logger.error({ err: error }, 'that the desk is locked could not be kept: a start anew would open it');
    }
  }
}
