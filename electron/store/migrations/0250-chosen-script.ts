import type { Migration } from '../database/migrate.ts';

/** The script of a conversation, once the operator chose one or its first answer was taken. Before that it is the one that is proposed. */
export const chosenScript: Migration = {
  version: 250,
  name: 'chosen-script',
  up(handle) {
    handle.exec('ALTER TABLE interaction ADD COLUMN script_id TEXT');
  },
};
