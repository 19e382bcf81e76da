import { describe, expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import type { Article } from '#shared/domain/knowledge/article.ts';
import type { Pieces } from '#shared/domain/knowledge/article-views.ts';
import { articleRow } from '../../../tests/fixtures/articles.ts';
import { databaseAt, planOf } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection, type ReadDb } from '../database/connection.ts';
import { writeRow } from '../../sync/row-writer.ts';
import { searchArticles, type ArticleQuestion } from './search-articles.ts';

const today = '2026-11-29';

function storeOf(...articles: readonly Article[]): { readonly db: Connection; readonly ask: (text: string, more?: Partial<ArticleQuestion>) => string[] } {
  const db = new Connection(databaseAt(), { clock: systemClock, logger: silentLogger });
  db.write((writer) => articles.forEach((article) => writeRow(writer, 'article', article)));
  return { db, ask: (text, more = {}) => searchArticles(db, { text, language: 'nl', sources: null, limit: 12, ...more }, today).hits.map(({ title }) => joined(title)) };
}

const joined = (pieces: Pieces): string => pieces.map(({ text }) => text).join('');

const shop = [
  articleRow({ title: 'Terugzenden', source: 'voorwaarden', body: 'Een klant mag binnen 14 dagen terugzenden. De levering wordt terugbetaald.' }),
  articleRow({ title: 'Levering aan huis', source: 'voorwaarden', body: 'Binnen de twee werkdagen.' }),
  articleRow({ title: 'Livraison', language: 'fr', source: 'conditions', keywords: ['levering'], body: 'Sous deux jours.' }),
  articleRow({ title: 'Gebroken fles', source: 'procedures', keywords: ['breuk'], body: 'Vergoed bij de volgende levering.' }),
  articleRow({ title: 'Levering vroeger', validUntil: '2026-10-31' }),
  articleRow({ title: 'Levering straks', validFrom: '2026-12-01' }),
  articleRow({ title: 'Levering nooit meer', archived: true }),
];

describe('articles', () => {
  it('are found by the beginnings of their words; what is in the title first, and the language of the conversation before others', () => {
    const { ask } = storeOf(...shop);
    expect(ask('lever')).toEqual(['Levering aan huis', 'Gebroken fles', 'Terugzenden', 'Livraison']);
    expect(ask('lever', { language: 'fr' })[0]).toBe('Livraison');
    expect(ask('TERUG 14 klant')).toEqual(['Terugzenden']);
    expect(ask('breu fl')).toEqual(['Gebroken fles']);
    expect([ask('flessen'), ask('"OR'), ask('%'), ask('levering*')[0]]).toEqual([[], [], [], 'Levering aan huis']);
  });

  it('are found by a part inside a compound, after what begins with it, and shown by the whole word', () => {
    const { ask, db } = storeOf(articleRow({ title: 'Levertermijnen buitenland' }), articleRow({ title: 'Termijn van betaling' }), articleRow({ title: 'Retour', body: 'De levertermijnen vindt u elders.' }), articleRow({ title: 'Ziekte' }));
    expect(ask('termijn')).toEqual(['Termijn van betaling', 'Levertermijnen buitenland']);
    expect(ask('termijnen buiten')).toEqual(['Levertermijnen buitenland']);
    const [hit] = searchArticles(db, { text: 'termijnen', language: 'nl', sources: null, limit: 12 }, today).hits;
    expect(hit?.title[0]).toEqual({ text: 'Levertermijnen', isMatch: true });
    expect([ask('erm'), ask('ijnen'), ask('termijnen elders')]).toEqual([[], ['Levertermijnen buitenland'], ['Retour']]);
  });

  it('are found with one typing error in a word that is nowhere, and only then', () => {
    const { ask } = storeOf(articleRow({ title: 'Levertermijn' }), articleRow({ title: 'Creditnota aanvragen', keywords: ['terugbetaling'] }), articleRow({ title: 'Nota', body: 'Een kredietnota op papier.' }));
    expect([ask('levertemijn'), ask('levertremijn'), ask('lverternijn'), ask('terugbetalling aanvr')]).toEqual([['Levertermijn'], ['Levertermijn'], [], ['Creditnota aanvragen']]);
    expect(ask('kredietnota')).toEqual(['Nota']);
    expect(ask('credietnota')).toEqual(['Creditnota aanvragen']);
  });

  it('of the permitted sources only, with word of what is elsewhere', () => {
    const { db } = storeOf(...shop);
    const found = searchArticles(db, { text: 'lever', language: 'nl', sources: ['Voorwaarden 2026-11', 'prijslijst'], limit: 12 }, today);
    expect(found.hits.map(({ title }) => joined(title))).toEqual(['Levering aan huis', 'Terugzenden']);
    expect(found).toMatchObject({ sources: ['voorwaarden'], isMoreElsewhere: true });
  });

  it('without words are those that changed last', () => {
    const { ask } = storeOf(articleRow({ title: 'Oud', changedAt: '2026-01-01T08:00:00.000Z' }), articleRow({ title: 'Nieuw', changedAt: '2026-11-28T08:00:00.000Z' }));
    expect(ask(' ')).toEqual(['Nieuw', 'Oud']);
  });

  it('show where they were found, as text: what is markup in them stays text', () => {
    const { db } = storeOf(articleRow({ title: '<b>Kurk</b>', body: `${'Over iets anders. '.repeat(40)}\n\n**Kurksmaak** ruikt naar <img src=x> nat karton.` }));
    const [hit] = searchArticles(db, { text: 'kurk', language: 'nl', sources: null, limit: 12 }, today).hits;
    expect(hit?.title).toEqual([{ text: '<b>', isMatch: false }, { text: 'Kurk', isMatch: true }, { text: '</b>', isMatch: false }]);
    expect(joined(hit?.snippet ?? [])).toMatch(/^… .*Kurksmaak ruikt naar <img src=x> nat karton\.$/);
  });

  it('are found in a crowd, by common words too', () => {
    const crowd = Array.from({ length: 900 }, (_, index) => articleRow({ title: `Fiche ${index} van de wijn`, source: index === 500 ? 'prijslijst' : 'fiches', body: `De wijn van nummer${index}. Een fles voor bij de kaas.` }));
    const { ask, db } = storeOf(...crowd, articleRow({ title: 'Wijn bewaren', body: 'Liggend, bij 12 graden.' }));
    expect(ask('wijn')[0]).toBe('Wijn bewaren');
    expect(ask('de wijn nummer777')).toEqual(['Fiche 777 van de wijn']);
    expect(ask('fles kaas').length).toBe(12);
    expect(searchArticles(db, { text: 'de', language: 'nl', sources: ['prijslijst'], limit: 12 }, today).isMoreElsewhere).toBe(true);
  });

  it('are found without a look at their pages', () => {
    const handle = databaseAt();
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    const statements: string[] = [];
    const spy: ReadDb = { one: (sql, ...params) => (statements.push(sql), db.one(sql, ...params)), all: (sql, ...params) => (statements.push(sql), db.all(sql, ...params)) };
    for (const text of ['', 'de', 'levering gent', 'termijn']) searchArticles(spy, { text, language: 'nl', sources: null, limit: 12 }, today);
    const plans = statements.map((sql) => planOf(handle, sql));
    expect(plans.filter((plan) => /SCAN (article|a)\b(?! USING COVERING)/.test(plan))).toEqual([]);
    expect(statements.filter((sql) => /LIMIT \?(?! \+ 0)/.test(sql))).toEqual([]);
  });
});
