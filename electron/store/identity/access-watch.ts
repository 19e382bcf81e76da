import type { Logger } from '#shared/domain/logger.ts';
import type { AppliedChanges } from '#shared/ipc/applier-list.ts';
import { unfinishedInteractions } from '../queries/interactions.ts';
import { adoptHandOver } from '../services/carried-script.ts';
import type { StoreContext } from '../services/context.ts';
import { Access } from './access.ts';

/** Tells when what may be seen has changed: a call was answered, a gate opened, a policy came in. */
export class AccessWatch {
  readonly #onChange: () => void;
  readonly #logger: () => Logger;
  #seen = '';

  constructor(onChange: () => void, logger: () => Logger) {
    this.#onChange = onChange;
    this.#logger = logger;
  }

  /** @param context absent while no database is open. */
  look(context: StoreContext | undefined): void {
    if (context === undefined) return;
    const { mark } = new Access(context.db, context.agentId());
    if (mark === this.#seen) return;
    this.#seen = mark;
    this.#onChange();
  }

  /** Something came from central: a policy, or the hand-over of a call that is here already. */
  follow(context: StoreContext, { handOvers }: AppliedChanges, adopt: () => Promise<void>): void {
    this.look(context);
    if (handOvers) adopt().catch((thrown: unknown) => this.#logger().warn({ err: thrown }, 'what a colleague handed over could not be taken over'));
  }
}

/** A hand-over may have come after the call to which it belongs; of two calls with one number, it is the latest. @returns the interactions that changed. */
export function adoptAllCarried(context: StoreContext): string[] {
  return context.db.write((db) => unfinishedInteractions(db).toReversed().filter((interaction) => adoptHandOver(context, db, interaction) !== interaction).map(({ id }) => id));
}
