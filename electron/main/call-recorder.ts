import type { VoiceActivity } from '#shared/domain/call-quality.ts';
import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { CallTallies } from './call-tallies.ts';

type Record =
  | { readonly name: 'interaction.open'; readonly input: CallInput<StoreControlContract, 'interaction.open'> }
  | { readonly name: 'interaction.answered'; readonly input: CallInput<StoreControlContract, 'interaction.answered'> }
  | { readonly name: 'interaction.ended'; readonly input: CallInput<StoreControlContract, 'interaction.ended'> }
  | { readonly name: 'interaction.transferred'; readonly input: CallInput<StoreControlContract, 'interaction.transferred'> }
  | { readonly name: 'interaction.quality'; readonly input: CallInput<StoreControlContract, 'interaction.quality'> }
  | { readonly name: 'interaction.counted'; readonly input: CallInput<StoreControlContract, 'interaction.counted'> }
  | { readonly name: 'interaction.recorded'; readonly input: CallInput<StoreControlContract, 'interaction.recorded'> };

interface CallRecorderOptions {
  /** Rejects while the store is away. */
  readonly send: (record: Record) => Promise<unknown>;
  /** The store knows the call's queue, and what it asks for. */
  readonly onOpened?: (callId: string, opened: CallOutput<StoreControlContract, 'interaction.open'>) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

const retryMs = 1_000;

/**
 * Tells the store what happens to calls, in order. Telephony does not know the store; when the store
 * is away the facts wait here, and are told when it is back. Telling twice does no harm there.
 */
export class CallRecorder {
  readonly #options: CallRecorderOptions;
  readonly #seen = new Map<string, Call['state']>();
  readonly #queue: Record[] = [];
  readonly #tallies: CallTallies;
  #sending = false;

  constructor(options: CallRecorderOptions) {
    this.#options = options;
    this.#tallies = new CallTallies({ onCounted: (callId, tally) => this.tell({ name: 'interaction.counted', input: { callId, tally } }), clock: options.clock });
  }

  /** A fact that the call table does not have; told behind those that were observed before. */
  tell(record: Record): void {
    this.#queue.push(record);
    void this.#drain();
  }

  /** Somebody speaks, or stops. */
  onVoice(callId: string, activity: VoiceActivity): void {
    this.#tallies.onVoice(callId, activity);
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    // First: when the store hears of the end it knows all that was counted.
    this.#tallies.observe(calls);
    for (const call of calls) this.#observeOne(call);
    const present = new Set(calls.map((call) => call.id));
    for (const id of this.#seen.keys()) if (!present.has(id)) this.#seen.delete(id);
    void this.#drain();
  }

  /** The store was started again: it may have taken calls that go on for interrupted ones, so all is told anew. */
  retell(calls: readonly Call[]): void {
    this.#seen.clear();
    this.observe(calls);
  }

  #observeOne(call: Call): void {
    // A consultation belongs to the call that it is about. It has an interaction of its own only when the caller is gone and it goes on.
    if (call.consultationFor !== null) return;
    const before = this.#seen.get(call.id);
    if (before === call.state) return;
    this.#seen.set(call.id, call.state);
    if (before === undefined) {
      const { id, direction, party, called, queueKey, startedAt } = call;
      this.#queue.push({ name: 'interaction.open', input: { callId: id, direction, number: party.number ?? (party.raw === '' ? null : party.raw), called, queueKey, startedAt } });
    }
    if (call.state === 'connected' && before !== 'connected') this.#queue.push({ name: 'interaction.answered', input: { callId: call.id, answeredAt: call.answeredAt } });
    if (call.state === 'ended') {
      this.#queue.push({ name: 'interaction.ended', input: { callId: call.id, endedAt: call.endedAt, cause: call.cause, endedBy: call.endedBy } });
    }
  }

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let record = this.#queue[0]; record !== undefined; record = this.#queue[0]) {
      try {
        const answer = await this.#options.send(record);
        if (record.name === 'interaction.open') this.#options.onOpened?.(record.input.callId, answer as CallOutput<StoreControlContract, 'interaction.open'>);
        this.#queue.shift();
      } catch (thrown) {
        const error = asBalieError(thrown);
        this.#options.logger.warn({ record: record.name, code: error.code }, 'the store has not taken a fact about a call yet');
        // What the store refuses for good must not hold up the facts behind it.
        if (error.code === 'ipc.invalid-payload' || error.code === 'store.not-found') this.#queue.shift();
        else await new Promise<void>((resolve) => void this.#options.clock.schedule(retryMs, resolve));
      }
    }
    this.#sending = false;
  }
}
