import type { Migration } from '../database/migrate.ts';

/** The operator's own accuracy, by day: counts only, on this device only. */
export const accuracy: Migration = {
  version: 160,
  name: 'accuracy',
  up(handle) {
    handle.exec('CREATE TABLE accuracy (day TEXT PRIMARY KEY, entered INTEGER NOT NULL, corrected INTEGER NOT NULL) STRICT, WITHOUT ROWID;');
  },
};
