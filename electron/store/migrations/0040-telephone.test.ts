import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { tables } from '../entities/tables.ts';
import { Connection } from '../database/connection.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';

const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;
const at = '2026-01-05T08:00:00.000Z';

describe('migration 0040: telephone', () => {
  it('keeps the rows of 0030, and they can be read as rows of today', () => {
    const handle = databaseAt(30);
    handle.exec(`
      INSERT INTO queue (id, version, updated_at, key, name, organisation, numbers, language, register, outcome_ids, pick_up_target_seconds, duration_target_seconds)
        VALUES ('${id(1)}', 3, '${at}', 'orders', 'Orders', 'Linde', '[]', 'nl', 'formal', '[]', 20, 300);
      INSERT INTO call_leg (id, version, updated_at, interaction_id, call_id, direction, started_at, ended_at, cause, ended_by)
        VALUES ('${id(2)}', 0, '${at}', '${id(3)}', '${id(4)}', 'inbound', '${at}', '${at}', 'hung-up', 'remote');
      INSERT INTO interaction (id, version, updated_at, channel, direction, state, started_at, sentence, note, captured, interrupted)
        VALUES ('${id(3)}', 0, '${at}', 'voice', 'inbound', 'closed', '${at}', 'Besteld', '', '{}', 0);
    `);
    migrateTo(handle);
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    expect(tables.queue.get(db, id(1))).toMatchObject({ version: 3, key: 'orders', autoAnswer: false, recording: 'never' });
    expect(tables.callLeg.get(db, id(2))).toMatchObject({ cause: 'hung-up', transferredTo: null, quality: null, recording: null });
    expect(tables.interaction.get(db, id(3))).toMatchObject({ sentence: 'Besteld' });
    expect(tables.handOver.all(db)).toEqual([]);
  });
});
