import { agentStateSchema, type AgentState } from '#shared/domain/agent-state.ts';
import type { AgentStateReport } from '#shared/contract/session.ts';
import type { Bus } from '../database/bus.ts';
import type { Database } from '../database/schema.ts';
import type { Announcer } from '../sync/announcer.ts';

/** What an operator is doing, as their workstation last said; null once they have signed out. */
export interface AgentStateNotice {
  readonly agentId: string;
  readonly username: string;
  readonly state: AgentState | null;
}

/** The operators' states as the queues see them. Reports count in the order in which they arrive: a workstation's clock is not to be trusted. */
export class AgentStates {
  readonly #db: Database;
  readonly #announcer: Announcer<AgentStateNotice>;

  readonly #bus: Bus;

  constructor(db: Database, announcer: Announcer<AgentStateNotice>, bus: Bus) {
    this.#db = db;
    this.#announcer = announcer;
    this.#bus = bus;
  }

  async report(agentId: string, { state, at }: AgentStateReport): Promise<void> {
    const columns = { state: JSON.stringify(state), reportedAt: new Date(at) };
    await this.#db
      .insertInto('agentState')
      .values({ agentId, ...columns })
      .onConflict((existing) => existing.column('agentId').doUpdateSet(columns))
      .execute();
    await this.#tell(agentId, state);
  }

  /** An operator who has signed out takes no calls. */
  async forget(agentId: string): Promise<void> {
    await this.#db.deleteFrom('agentState').where('agentId', '=', agentId).execute();
    await this.#tell(agentId, null);
  }

  /** Another process took a report: what it says now. */
  async heard(agentId: string): Promise<void> {
    const row = await this.#db.selectFrom('agentState').select('state').where('agentId', '=', agentId).executeTakeFirst();
    await this.#announce(agentId, row === undefined ? null : agentStateSchema.parse(row.state));
  }

  async list(): Promise<AgentStateNotice[]> {
    const rows = await this.#db
      .selectFrom('agentState')
      .innerJoin('agent', 'agent.id', 'agentState.agentId')
      .select(['agentState.agentId', 'agent.username', 'agentState.state'])
      .execute();
    return rows.map(({ agentId, username, state }) => ({ agentId, username, state: agentStateSchema.parse(state) }));
  }

  async #tell(agentId: string, state: AgentState | null): Promise<void> {
    await this.#bus.tell(this.#db, { topic: 'agent-state', agentId });
    await this.#announce(agentId, state);
  }

  async #announce(agentId: string, state: AgentState | null): Promise<void> {
    const agent = await this.#db.selectFrom('agent').select('username').where('id', '=', agentId).executeTakeFirst();
    if (agent !== undefined) this.#announcer.publish({ agentId, username: agent.username, state });
  }
}
