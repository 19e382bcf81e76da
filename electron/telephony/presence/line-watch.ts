import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { LineState, Presence } from '#shared/domain/presence.ts';
import type { Agent } from '../jssip.ts';
import { DialogTracker, lineStateOf, readDialogInfo, type DialogInfo } from './dialog-info.ts';
import { Subscription } from './subscription.ts';

interface LineWatchOptions {
  readonly agent: Agent;
  /** Address of a telephone; null for what none can have. */
  readonly addressOf: (number: string) => string | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly onChange: (presence: readonly Presence[]) => void;
}

/** A directory of two hundred is not asked for in one breath. */
const batch = 10;
const batchMs = 100;
/** Statuses that are about the event package, not about this one telephone (RFC 6665 section 4.2.1). */
const aboutAll = new Set([405, 489, 501]);

interface Watched {
  readonly subscription: Subscription;
  readonly tracker: DialogTracker;
  state: LineState;
}

/** What the telephones do that the workspace shows (RFC 4235, the busy lamps of a desk telephone). */
export class LineWatch {
  readonly #options: LineWatchOptions;
  readonly #watched = new Map<string, Watched>();
  #waiting: string[] = [];
  #timer: Scheduled | null = null;
  #telling: Scheduled | null = null;
  #isRegistered = false;
  /** The exchange knows nothing of it. */
  #isRefused = false;

  constructor(options: LineWatchOptions) {
    this.#options = options;
  }

  /** Replaces what was watched before. */
  watch(numbers: readonly string[]): void {
    const wanted = new Set(numbers);
    for (const [number, { subscription }] of this.#watched) {
      if (wanted.has(number)) continue;
      subscription.end();
      this.#watched.delete(number);
    }
    for (const number of wanted) if (!this.#watched.has(number)) this.#add(number);
    this.#tell();
  }

  /** The registrar has taken us, again after an outage: nobody remembers the subscriptions of before. */
  onRegistered(): void {
    this.#isRegistered = true;
    this.#waiting = [...this.#watched.keys()];
    this.#next();
  }

  onDisconnected(): void {
    this.#isRegistered = false;
    this.#timer?.cancel();
    this.#timer = null;
    for (const watched of this.#watched.values()) watched.subscription.lose();
  }

  close(): void {
    for (const { subscription } of this.#watched.values()) subscription.end();
    this.#watched.clear();
    this.#timer?.cancel();
    this.#telling?.cancel();
  }

  stateOf(number: string): LineState {
    return this.#watched.get(number)?.state ?? 'unknown';
  }

  /** @returns the dialog that rings there, as far as the exchange tells. */
  ringing(number: string): DialogInfo | null {
    return this.#watched.get(number)?.tracker.dialogs.find(({ isRecipient, state }) => isRecipient && state !== 'confirmed') ?? null;
  }

  #add(number: string): void {
    const { agent, addressOf, clock, random } = this.#options;
    const target = addressOf(number);
    if (target === null) return;
    const tracker = new DialogTracker();
    const subscription = new Subscription({
      agent,
      target,
      event: 'dialog',
      accept: 'application/dialog-info+xml',
      clock,
      random,
      onBegin: () => tracker.reset(),
      onNotify: (body) => this.#onNotify(number, body),
      onEnd: (refusal) => this.#onEnd(number, refusal),
    });
    this.#watched.set(number, { subscription, tracker, state: 'unknown' });
    this.#waiting.push(number);
    if (this.#isRegistered) this.#next();
  }

  #next(): void {
    if (this.#timer !== null || this.#isRefused) return;
    for (const number of this.#waiting.splice(0, batch)) this.#watched.get(number)?.subscription.begin();
    if (this.#waiting.length === 0) return;
    this.#timer = this.#options.clock.schedule(batchMs, () => {
      this.#timer = null;
      this.#next();
    });
  }

  #onNotify(number: string, body: string): void {
    const watched = this.#watched.get(number);
    if (watched === undefined) return;
    if (body !== '') {
      const document = readDialogInfo(body);
      if (document === null) {
        this.#options.logger.warn({ length: body.length }, 'a dialog-info document that cannot be read was left aside');
        return;
      }
      const taken = watched.tracker.take(document);
      if (taken === 'missed') watched.subscription.refresh();
      if (taken !== 'taken') return;
    }
    this.#set(watched, lineStateOf(watched.tracker.dialogs));
  }

  #onEnd(number: string, refusal: number | null): void {
    const watched = this.#watched.get(number);
    if (watched === undefined) return;
    watched.tracker.reset();
    this.#set(watched, 'unknown');
    if (refusal === null || !aboutAll.has(refusal) || this.#isRefused) return;
    this.#isRefused = true;
    this.#options.logger.warn({ sipStatus: refusal }, 'the exchange does not tell what telephones do');
  }

  #set(watched: Watched, state: LineState): void {
    if (watched.state === state) return;
    watched.state = state;
    this.#tell();
  }

  /** A whole directory that is told at once makes one snapshot, not two hundred. */
  #tell(): void {
    this.#telling ??= this.#options.clock.schedule(batchMs, () => {
      this.#telling = null;
      this.#options.onChange([...this.#watched].map(([number, { state }]) => ({ number, state })));
    });
  }
}
