import path from 'node:path';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { SecretVault } from '../../../electron/settings/secret-vault.ts';
import { OperatorTurn } from '../../../electron/store/database/write-turn.ts';
import { openBatchConnection } from '../../../electron/store/open-store.ts';
import { readState } from '../../../electron/store/queries/device-state.ts';
import { Applier } from '../../../electron/sync/applier.ts';
import { FreshCustomers } from '../../../electron/sync/fresh-customers.ts';
import type { IncomingRow } from '../../../electron/sync/incoming-row.ts';
import { readLine } from '../../../electron/sync/snapshot-line.ts';
import { snapshotOfBelgians } from '../belgians.ts';

/** The bench's screen has no key store: the vault keeps its key in a file. */
const noKeyStore = {
  isEncryptionAvailable: () => false,
  encryptString: (): Buffer => {
    throw new Error('there is no key store');
  },
  decryptString: (): string => {
    throw new Error('the profile was made with a key store');
  },
};

/** Puts so many customers beside those that a closed profile has, as a fill would have written them. */
export function fillProfile(profile: string, count: number): void {
  const key = new SecretVault(profile, noKeyStore).get('database-key');
  if (key === null) throw new Error('The key of the profile cannot be read');
  const db = openBatchConnection({ path: path.join(profile, 'balie.db'), key }, { clock: systemClock, logger: silentLogger, turn: new OperatorTurn() });
  try {
    const number = Number(readState(db, 'fill') ?? '0');
    const fill = { number, anyVersion: false, fresh: new FreshCustomers(number, []), mark: { after: null, rows: 0, awaited: [], before: 0 } };
    const applier = new Applier(db, { clock: systemClock, logger: silentLogger });
    db.write((tx) => fill.fresh.index.begin(tx));
    let rows: IncomingRow[] = [];
    for (const piece of snapshotOfBelgians(count, 'bench-0')) {
      for (const line of piece.trimEnd().split('\n').map(readLine)) if (line.type === 'row') rows.push(line.row);
      if (rows.length < 12_000) continue;
      applier.applyFill(fill, rows, null);
      rows = [];
    }
    applier.applyFill(fill, rows, null);
    applier.indexFill(fill);
    // A centre's conversations are there: its customers come in the ordinary way, and nobody is measured while a million of them are indexed.
    applier.refreshWords();
  } finally {
    db.close();
  }
}
