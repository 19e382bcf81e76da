import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { CallTable } from './call-table.ts';
import type { SipCall } from './sip-call.ts';

interface FloorOptions {
  readonly table: CallTable;
  readonly call: (id: string) => SipCall;
  /** Another call begins or is resumed: a conference does not go on beside it. */
  readonly onTaken: (by: string | null) => void;
  readonly clock: Clock;
}

const holdDeadlineMs = 8_000;

/** Who has the floor: at most one call is in conversation, the others are on hold, but for a conference. */
export class Floor {
  readonly #options: FloorOptions;

  constructor(options: FloorOptions) {
    this.#options = options;
  }

  /**
   * Holds all other calls before this one begins or is resumed; null: before a new one begins.
   * @throws {BalieError} `media.failed` when one cannot be held.
   */
  async take(by: string | null): Promise<void> {
    const { table, onTaken } = this.#options;
    onTaken(by);
    const open = table.live.filter((one) => one.state === 'connected' && one.id !== by && one.hold !== 'on');
    await Promise.all(open.map(({ id }) => this.#clear(id)));
  }

  /** @throws {BalieError} `media.failed` when the other side refuses. */
  async setHeld(id: string, held: boolean): Promise<void> {
    if (!held) await this.take(id);
    await this.resume(id, held);
  }

  /** Without a look at the other calls. @throws {BalieError} `media.failed` when the other side refuses. */
  async resume(id: string, held = false): Promise<void> {
    await this.#within(this.#options.call(id).setHeld(held), 'resolve');
  }

  /**
   * A call that we made was answered while the operator had gone back to another one: it waits, or
   * the operator would be in two conversations.
   * @param replaced the call whose place it takes.
   */
  onEstablished(id: string, replaced: string | null): void {
    const { table, call } = this.#options;
    const taken = table.live.some((one) => one.id !== id && one.id !== replaced && one.state === 'connected' && (one.hold === 'off' || one.hold === 'resuming'));
    // Refused, it is heard together with the other one; the call's own hold tells so.
    if (taken) call(id).setHeld(true).catch(() => undefined);
  }

  /** Who hangs up while being put on hold leaves the floor as well. */
  async #clear(id: string): Promise<void> {
    const { table, call } = this.#options;
    try {
      await this.#within(call(id).setHeld(true), 'reject');
    } catch (error) {
      if (table.live.some((one) => one.id === id)) throw error;
    }
  }

  async #within(work: Promise<void>, onDeadline: 'resolve' | 'reject'): Promise<void> {
    const { clock } = this.#options;
    const deadline = new Promise<void>((resolve, reject) => {
      const expire = () => (onDeadline === 'resolve' ? resolve() : reject(new BalieError('media.failed', 'the other call could not be put on hold')));
      const timer = clock.schedule(holdDeadlineMs, expire);
      work.then(
        () => timer.cancel(),
        () => timer.cancel(),
      );
    });
    await Promise.race([work, deadline]);
  }
}
