import { BalieError } from '#shared/domain/errors.ts';
import type { CentralClient } from './central-client.ts';
import { asSyncError, HttpRefusal } from './http-refusal.ts';

/** One person's data, asked of central: handed out or erased. Neither exists without a network. */
export class PersonalData {
  readonly #client: CentralClient;

  constructor(client: CentralClient) {
    this.#client = client;
  }

  /**
   * @throws {BalieError} `customer.not-allowed`, `store.not-found`, `sync.unreachable`; `customer.merged` where a colleague made this file
   * one with another meanwhile: nothing was done, and `details` names the file that stays (`survivorId`, `survivorNumber`).
   * @returns JSON, for people to read.
   */
  async exportCustomer(id: string, reason: string): Promise<string> {
    return JSON.stringify(await asked(async () => await this.#client.exportCustomer(id, reason, new AbortController().signal)), null, 2);
  }

  /** When the operator was last signed in, apart from now; null where they never were. @throws {BalieError} `sync.unreachable`. */
  async lastSeen(): Promise<string | null> {
    return await asked(async () => await this.#client.lastSeen(new AbortController().signal));
  }

  /** @throws {BalieError} as {@link PersonalData.exportCustomer}. */
  async eraseCustomer(id: string, reason: string): Promise<void> {
    await asked(async () => await this.#client.eraseCustomer(id, reason, new AbortController().signal));
  }
}

async function asked<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof HttpRefusal && thrown.status === 403) throw new BalieError('customer.not-allowed', 'central does not allow this operator to', { cause: thrown });
    if (thrown instanceof HttpRefusal && thrown.status === 404) throw new BalieError('store.not-found', 'central has no such customer', { cause: thrown });
    if (thrown instanceof HttpRefusal && thrown.survivor !== undefined) {
      const { id, customerNumber } = thrown.survivor;
      throw new BalieError('customer.merged', 'this file was merged into another one', { details: { survivorId: id, survivorNumber: customerNumber }, cause: thrown });
    }
    throw asSyncError(thrown);
  }
}
