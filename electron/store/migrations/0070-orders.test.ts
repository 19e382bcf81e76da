import { describe, expect, it } from 'vitest';
import { productRow } from '../../../tests/fixtures/ordering.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { tables } from '../entities/tables.ts';
import { Connection } from '../database/connection.ts';
import { foldedWords } from '../search/fold.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';

const id = '01890000-0000-7000-8000-000000000001';
const at = '2026-01-05T08:00:00.000Z';

describe('migration 0070: orders', () => {
  it('keeps the rows of 0040, and has room for what is sold', () => {
    const handle = databaseAt(40);
    handle.exec(`INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived)
      VALUES ('${id}', 3, '${at}', 'person', 'mr', 'Pieter', 'De Smet', 'nl', 'loyal', 0)`);
    migrateTo(handle, 70);
    const columns = handle.prepare<[], { name: string }>("SELECT name FROM pragma_table_info('sales_order')").all();
    expect(handle.prepare('SELECT family_name FROM customer').pluck().all()).toEqual(['De Smet']);
    expect(columns.map(({ name }) => name)).toContain('promised_for');
  });

  it('finds products by the words of all languages and of their features, and forgets what is gone', () => {
    const handle = databaseAt();
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    const product = productRow({ sku: 'CRE-01', name: { nl: 'Crémant', fr: 'Crémant de Loire' }, features: [{ label: { nl: 'Druif' }, value: { nl: 'Chenin' } }] });
    const found = (word: string): unknown[] => handle.prepare('SELECT rowid FROM product_words WHERE product_words MATCH ?').all(`"${word}"*`);
    db.write((writer) => tables.product.put(writer, product));
    expect(['cremant', 'loir', 'chenin', 'cre', 'proefdozen'].map((word) => found(word).length)).toEqual([1, 1, 1, 1, 1]);
    // The names of features are the same for every product: they find nothing.
    expect(found('druif')).toEqual([]);
    db.write((writer) => tables.product.put(writer, { ...product, name: { nl: 'Schuimwijn' } }));
    expect([found('cremant').length, found('schuim').length]).toEqual([0, 1]);
    db.write((writer) => tables.product.remove(writer, product.id));
    expect(found('schuim')).toEqual([]);
  });

  it('folds as the words of customers are folded', () => {
    const handle = databaseAt();
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    const names = ['Château', 'Crémant', 'GEWÜRZTRAMINER', 'Grüner', 'São', 'Ñandú', 'Żubrówka', 'cœur', 'Weißwein', 'Ångström', 'İzmir', 'Ørsted', 'L’Étoile'];
    db.write((writer) => names.forEach((nl) => tables.product.put(writer, productRow({ name: { nl } }))));
    const missed = names.filter((name) => {
      const query = foldedWords(name).map((word) => `"${word}"`).join(' AND ');
      return handle.prepare('SELECT rowid FROM product_words WHERE product_words MATCH ?').all(query).length !== 1;
    });
    expect(missed).toEqual([]);
  });
});
