import { systemClock } from '#shared/domain/clock.ts';
import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { Connection } from '../../../../electron/store/database/connection.ts';
import { Applier } from '../../../../electron/sync/applier.ts';
import { testCentre, type TestCentre } from '../../../fixtures/centre.ts';
import { withDatabase } from './raw-database.ts';

/** Puts the tests' centre in an open store's cache, by the way by which sync puts it there. */
export function seed(path: string, centre: TestCentre = testCentre()): TestCentre {
  const changes = Object.entries(centre.rows).flatMap(([entity, rows]) => rows.map((row) => ({ entity, id: row.id, version: 1, row: { ...row, version: 1 } })));
  apply(path, changes);
  return centre;
}

/** Rows of one entity come in from central; null: the row is gone. */
export function arrive<N extends EntityName>(path: string, entity: N, rows: readonly (EntityRow<N> | { readonly id: string; readonly version: number; readonly gone: true })[]): void {
  apply(
    path,
    rows.map((row) => ({ entity, id: row.id, version: Math.max(1, row.version), row: 'gone' in row ? null : { ...row, version: Math.max(1, row.version) } })),
  );
}

function apply(path: string, changes: Parameters<Applier['applyChanges']>[0]): void {
  withDatabase(path, (handle) => {
    const applier = new Applier(new Connection(handle, { clock: systemClock, logger: silentLogger }), { clock: systemClock, logger: silentLogger });
    applier.applyChanges(changes, 'test-1');
    applier.refreshWords();
  });
}

interface Waiting {
  readonly entity: string;
  readonly entityId: string;
  readonly baseVersion: number | null;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** What waits in a store's outbox, oldest first. */
export function outboxOf(path: string): Waiting[] {
  return withDatabase(path, (handle) =>
    handle
      .prepare<[], { entity: string; entityId: string; baseVersion: number | null; patch: string }>('SELECT entity, entity_id AS entityId, base_version AS baseVersion, patch FROM outbox ORDER BY seq')
      .all()
      .map((row) => ({ ...row, patch: JSON.parse(row.patch) as Waiting['patch'] })),
  );
}
