import { expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { withDatabase } from './support/raw-database.ts';
import { storeBench } from './support/store-bench.ts';

const entries = [
  ['Karim Bensaïd', 'Technische dienst', '202', ['leveringen', 'breuk']],
  ['An De Clercq', 'Bestellingen', '203', ['bestellingen', 'Français']],
  ['Élise Dubois', 'Commandes', '+3292980105', ['commandes']],
  ['Bestellingen', null, '240', []],
] as const;

it.each([
  ['', ['An De Clercq', 'Bestellingen', 'Élise Dubois', 'Karim Bensaïd']],
  ['bensaid', ['Karim Bensaïd']],
  ['ELISE', ['Élise Dubois']],
  ['cler an', ['An De Clercq']],
  ['203', ['An De Clercq']],
  ['20', ['An De Clercq', 'Karim Bensaïd']],
  ['09 298 01 05', ['Élise Dubois']],
  ['francais', ['An De Clercq']],
  ['breuk', ['Karim Bensaïd']],
  ['tech', ['Karim Bensaïd']],
  // The department of that name before the colleague who works there.
  ['bestel', ['Bestellingen', 'An De Clercq']],
  ['karim bestel', []],
  ['%', []],
])('the directory, asked for %j, has %j', async (text, expected) => {
  const bench = storeBench();
  await bench.open();
  withDatabase(bench.path, (handle) => {
    const insert = handle.prepare("INSERT INTO directory_entry (id, version, updated_at, name, department, number, competences) VALUES (?, 1, '2026-01-05T08:00:00.000Z', ?, ?, ?, ?)");
    for (const [name, department, number, competences] of entries) insert.run(newId(), name, department, number, JSON.stringify(competences));
  });
  const found = await bench.workspace.call('directory.search', { text });
  expect(found.map(({ name }) => name)).toEqual(expected);
});
