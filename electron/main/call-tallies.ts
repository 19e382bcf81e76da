import type { VoiceActivity } from '#shared/domain/call-quality.ts';
import type { Call } from '#shared/domain/call.ts';
import { isoNow, type Clock, type Scheduled } from '#shared/domain/clock.ts';
import { ended, heard, held, nothingCounted, paused, type CallTally, type Counting } from '#shared/domain/quality/tally.ts';

interface CallTalliesOptions {
  readonly onCounted: (callId: string, tally: CallTally) => void;
  readonly clock: Clock;
}

/** How much of what was counted a crash may take. A hold is told at once. */
const tellEveryMs = 5_000;

interface Followed {
  counting: Counting;
  told: CallTally;
  /** A consultation is nobody's conversation: it is counted when it becomes one. */
  counts: boolean;
  listening: boolean;
  next: Scheduled | null;
}

/** Counts hold, silence and overlap of every call while it goes on. */
export class CallTallies {
  readonly #options: CallTalliesOptions;
  readonly #calls = new Map<string, Followed>();

  constructor(options: CallTalliesOptions) {
    this.#options = options;
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    for (const call of calls) this.#observeOne(call);
    const present = new Set(calls.map(({ id }) => id));
    for (const [id, { next }] of this.#calls) {
      if (present.has(id)) continue;
      next?.cancel();
      this.#calls.delete(id);
    }
  }

  onVoice(callId: string, activity: VoiceActivity): void {
    const followed = this.#calls.get(callId);
    if (followed?.listening !== true) return;
    followed.counting = heard(followed.counting, activity);
    if (followed.counting.tally !== followed.told) followed.next ??= this.#options.clock.schedule(tellEveryMs, () => this.#tell(callId, followed));
  }

  #observeOne(call: Call): void {
    if (call.state !== 'connected' && call.state !== 'ended') return;
    const followed = this.#followed(call.id);
    const at = call.state === 'ended' ? call.endedAt : isoNow(this.#options.clock);
    followed.counts = call.consultationFor === null;
    if (call.state === 'ended') {
      followed.listening = false;
      followed.counting = ended(followed.counting, at);
      this.#tell(call.id, followed);
      return;
    }
    const isHeld = call.hold === 'on' || call.hold === 'resuming';
    const listening = call.hold === 'off' && !call.heldByRemote && !call.muted;
    if (followed.listening && !listening) followed.counting = paused(followed.counting, at);
    followed.listening = listening;
    const before = followed.counting.tally.heldSince;
    followed.counting = held(followed.counting, isHeld, at);
    if (followed.counting.tally.heldSince !== before) this.#tell(call.id, followed);
  }

  #followed(callId: string): Followed {
    const known = this.#calls.get(callId);
    if (known !== undefined) return known;
    const followed: Followed = { counting: nothingCounted, told: nothingCounted.tally, counts: false, listening: false, next: null };
    this.#calls.set(callId, followed);
    return followed;
  }

  #tell(callId: string, followed: Followed): void {
    followed.next?.cancel();
    followed.next = null;
    const { tally } = followed.counting;
    if (!followed.counts || tally === followed.told) return;
    followed.told = tally;
    this.#options.onCounted(callId, tally);
  }
}
