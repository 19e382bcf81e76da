import type { SignedInDevice } from '#shared/contract/devices.ts';
import { deviceSchema } from '#shared/contract/session.ts';
import type { Database } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';
import type { Sessions } from './sessions.ts';

export interface DeviceFilter extends PageRequest {
  /** null: everybody's. */
  readonly agentId: string | null;
  readonly currentSessionId: string;
}

/** The devices on which somebody is signed in, the newest session first. */
export class Devices {
  readonly #db: Database;
  readonly #sessions: Sessions;

  constructor(db: Database, sessions: Sessions) {
    this.#db = db;
    this.#sessions = sessions;
  }

  /** @returns one row more than the limit where there are more, each with the id of its session. */
  async list({ agentId, currentSessionId, after, limit }: DeviceFilter): Promise<{ id: string; value: SignedInDevice }[]> {
    let query = this.#db.selectFrom('session').selectAll().where('endedAt', 'is', null).orderBy('id', 'desc').limit(limit + 1);
    if (agentId !== null) query = query.where('agentId', '=', agentId);
    if (after !== null) query = query.where('id', '<', after);
    return (await query.execute()).map((row) => ({
      id: row.id,
      value: {
        id: row.deviceId,
        name: row.deviceName,
        platform: deviceSchema.shape.platform.parse(row.platform),
        agentId: row.agentId,
        signedInAt: row.createdAt.toISOString(),
        seenAt: row.seenAt.toISOString(),
        current: row.id === currentSessionId,
      },
    }));
  }

  /**
   * Ends every session of a device. Its next request is answered with `session.revoked`, at which a
   * workstation wipes what it has.
   *
   * @param agentId whose device it must be; null: anybody's.
   * @returns how many sessions were ended.
   */
  async revoke(deviceId: string, agentId: string | null): Promise<number> {
    let query = this.#db.selectFrom('session').select(['id', 'agentId']).where('deviceId', '=', deviceId).where('endedAt', 'is', null);
    if (agentId !== null) query = query.where('agentId', '=', agentId);
    const sessions = await query.execute();
    for (const session of sessions) await this.#sessions.revoke(session, 'revoked');
    return sessions.length;
  }
}
