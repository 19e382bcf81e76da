import { newId } from '#shared/domain/ids.ts';
import type { AuditAction } from '#shared/contract/audit.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import type { Executor } from '../database/schema.ts';

/** Who did what, to which row, of which customer. `details` names things and numbers; values of a person's data never. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly agentId: string | null;
  readonly deviceId?: string | null;
  readonly entity?: EntityName;
  readonly entityId?: string;
  readonly customerId?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes down what was done; the database refuses to change or remove it. */
export class Audit {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** With the transaction that does it: neither without the other. */
  async record(db: Executor, { action, agentId, deviceId, entity, entityId, customerId, details }: AuditEntry): Promise<void> {
    await db
      .insertInto('auditEvent')
      .values({
        id: newId(),
        at: new Date(this.#clock.now()),
        agentId,
        deviceId: deviceId ?? null,
        action,
        entity: entity ?? null,
        entityId: entityId ?? null,
        customerId: customerId ?? null,
        details: JSON.stringify(details ?? {}),
      })
      .execute();
  }
}
