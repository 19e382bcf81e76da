import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

it('migration 0280: whoever has an e-mail address is indexed anew, and so is whoever gets or loses one', () => {
  const handle = databaseAt(279);
  const customer = (id: string): string =>
    `INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived) VALUES ('${id}', 1, '2026-01-05T08:00:00.000Z', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0);`;
  const contact = (id: string, of: string, kind: string, value: string): string =>
    `INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES ('${id}', 1, '2026-01-05T08:00:00.000Z', '${of}', '${kind}', '${value}', 0);`;
  const stale = (): unknown => handle.prepare('SELECT customer_id FROM search_stale ORDER BY 1').pluck().all();
  handle.exec(`${customer('a')} ${customer('b')} ${contact('1', 'a', 'email', 'jan@example.be')} ${contact('2', 'b', 'mobile', '+32470112200')} DELETE FROM search_stale;`);
  migrateTo(handle, 280);
  expect(stale()).toEqual(['a']);
  handle.exec(`DELETE FROM search_stale; ${contact('3', 'b', 'email', 'b@example.be')}`);
  expect(stale()).toEqual(['b']);
  handle.exec("DELETE FROM search_stale; DELETE FROM contact_point WHERE id = '1'");
  expect(stale()).toEqual(['a']);
});
