import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';

needsLab();

test('after a whole call the log holds nothing that tells who called or what was said', async ({ launch, central, lab, customer, profile }) => {
  const { phone, name, familyName } = central.centre.customers[0]!;
  const note = 'belt over de scheiding';
  const balie = await launch({ profile, enrol: await central.enrolment() });
  await balie.workspace.becomesAvailable();
  await converse(balie.workspace, customer);
  await balie.workspace.note.fill(note);
  await balie.workspace.hangUp();
  await balie.workspace.wrapUp({ outcome: 'Klacht genoteerd', sentence: 'Klacht over levering.' });
  await balie.workspace.isSynced();
  await balie.stop();

  const logs = join(profile, 'logs');
  const written = readdirSync(logs).map((file) => readFileSync(join(logs, file), 'utf8')).join('\n');
  expect(written).toContain('registered');
  const secrets = [phone, phone.slice(3), name, familyName, note, 'Klacht over levering', lab.users.operator.password, central.password];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});

test('what is kept on disk cannot be read without the key', async ({ launch, central, customer, profile }) => {
  const balie = await launch({ profile, enrol: await central.enrolment() });
  await balie.workspace.becomesAvailable();
  await converse(balie.workspace, customer);
  await balie.workspace.note.fill('belt over de scheiding');
  await balie.workspace.draftIsKept();
  await balie.stop();

  const kept = readdirSync(profile).filter((file) => file.startsWith('balie.db'));
  expect(kept).toContain('balie.db');
  for (const file of kept) {
    const bytes = readFileSync(join(profile, file));
    expect(bytes.includes('SQLite format 3'), file).toBe(false);
    expect(bytes.includes('belt over de scheiding'), file).toBe(false);
  }
});
