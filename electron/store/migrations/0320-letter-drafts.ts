import type { Migration } from '../database/migrate.ts';

/** Templates of letters are written on a workstation as scripts are, and kept in the same place until central has them. */
export const letterDrafts: Migration = {
  version: 320,
  name: 'letter-drafts',
  up(handle) {
    handle.exec(`ALTER TABLE script_draft ADD COLUMN about TEXT NOT NULL DEFAULT 'script' CHECK (about IN ('script', 'letter'))`);
  },
};
