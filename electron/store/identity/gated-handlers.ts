import { BalieError } from '#shared/domain/errors.ts';
import type { CallName, CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import type { Store } from '../store.ts';
import { Access } from './access.ts';
import { answerRules } from './answer-rules.ts';

type Name = CallName<StoreContract>;

/** What was typed a moment before goes to disk, and how far sync is says nothing of anybody. */
const open: ReadonlySet<Name> = new Set<Name>(['draft.write', 'sync.status']);

/** While the desk is locked, the workspace is given nothing: whoever looks into its page finds what its cover shows. Calls are written down as ever. */
export class DeskLock {
  #locked = false;

  set(locked: boolean): void {
    this.#locked = locked;
  }

  /** @throws {BalieError} `lock.locked`. */
  readonly admit = (name: Name): void => {
    if (this.#locked && !open.has(name)) throw new BalieError('lock.locked', 'the desk is locked');
  };
}

/** Puts the gate between the store's answers and the workspace: there is no other way out. */
export function gatedHandlers(handlers: Handlers<StoreContract>, store: Store): Handlers<StoreContract> {
  const access = (): Access => new Access(store.context.db, store.context.agentId());

  function gated<N extends Name>(name: N): Handlers<StoreContract>[N] {
    const { before, after } = answerRules[name];
    if (before === undefined && after === undefined) return handlers[name];
    const answer = async (input: ParsedInput<StoreContract, N>): Promise<CallOutput<StoreContract, N>> => {
      if (before !== undefined) store.guard(() => before(input, access(), store.context.db));
      const clear = await handlers[name](input);
      // What may be seen is asked last: a call may have been answered while the rows were read.
      return after === undefined ? clear : store.guard(() => after(clear, access(), input));
    };
    return answer as unknown as Handlers<StoreContract>[N];
  }

  const names = Object.keys(storeContract.calls) as Name[];
  return Object.fromEntries(names.map((name) => [name, gated(name)])) as unknown as Handlers<StoreContract>;
}
