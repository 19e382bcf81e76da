import type { ReadDb, WriteDb } from '../database/connection.ts';

/** Single values that belong to this device. */
export type DeviceStateKey =
  /** Where `changes` goes on; absent until the first fill is whole. */
  | 'cursor'
  /** Which history of central the cache holds: the first part of its cursors. */
  | 'epoch'
  /** Number of the last snapshot that was begun. */
  | 'fill'
  /** How far a fill came that was cut: what the next one goes on with; absent without one. */
  | 'fill-mark'
  /** Rows of a fill that are ahead of what they are found by; absent where none are. */
  | 'search-behind'
  | 'last-synced-at'
  | 'agent-id'
  /** Since when the database is open; absent when it was closed in order. */
  | 'opened-at'
  /** The last run met damage. */
  | 'suspicious'
  /** The last moment at which the store was known to run during a call. */
  | 'alive-at'
  /** When the operator last worked, to the minute. */
  | 'worked-at'
  /** When they first worked with this database. */
  | 'first-worked-at'
  /** When they last stopped for hours: the end of the shift before this one. */
  | 'shift-since'
  /** When they saw what had changed of prices, stock, scripts and terms. */
  | 'news-seen-at';

export function readState(db: ReadDb, key: DeviceStateKey): string | null {
  return db.one<{ value: string }>('SELECT value FROM device_state WHERE key = ?', key)?.value ?? null;
}

export function writeState(db: WriteDb, key: DeviceStateKey, value: string | null): void {
  if (value === null) db.run('DELETE FROM device_state WHERE key = ?', key);
  else db.run('INSERT INTO device_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
}
