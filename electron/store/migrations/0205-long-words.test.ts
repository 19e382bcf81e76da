import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

it('migration 0205: long words that the index has are known by themselves', () => {
  const handle = databaseAt(200);
  handle.exec("INSERT INTO word (text) VALUES ('antwerpen'); INSERT INTO customer_words (rowid, words) VALUES (1, 'jan maes antwerpen zwartendijk12 9000'), (2, 'an zwartendijk12')");
  migrateTo(handle, 205);
  expect(handle.prepare('SELECT text FROM word ORDER BY text').all()).toEqual([{ text: 'antwerpen' }, { text: 'zwartendijk12' }]);
});
