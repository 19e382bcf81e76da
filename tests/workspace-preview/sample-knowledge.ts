import type { Article } from '#shared/domain/knowledge/article.ts';
import { markWords, snippetOf } from '#shared/domain/knowledge/marked-text.ts';
import { permittedSources } from '#shared/domain/knowledge/permitted-sources.ts';
import type { NewsItem } from '#shared/domain/knowledge/shift-news.ts';
import { plainText } from '#shared/domain/knowledge/plain-text.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { knowledgeCalls } from '#shared/ipc/knowledge-calls.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { articleRow } from '../fixtures/articles.ts';
import { sampleId } from './sample-data.ts';

const bodies = {
  delivery: `Besteld voor **16 uur** op een werkdag: de levering is er binnen de twee werkdagen. Wat later binnenkomt, telt als besteld op de volgende werkdag.

| Levering | Termijn | Kosten |
| --- | --- | ---: |
| Gewoon | 2 werkdagen | 6,95 € |
| Gewoon, vanaf 75 € | 2 werkdagen | gratis |
| Dringend | 1 werkdag | 5,00 € extra |

## Wat u de klant zegt

“Bestelt u nu, dan is uw pakket er binnen de twee werkdagen. Vanaf 75 euro is de levering gratis.”

## Wat u niet belooft

- Een uur van levering: alleen een halve dag, en alleen als de klant een leveringsvenster kiest.
- Levering op zaterdag, zondag of een feestdag.`,
  broken: `Een gebroken fles vergoeden we **altijd**, als de klant belt binnen de 5 werkdagen na de levering.

1. Zeg dat u het vervelend vindt, en dat u het meteen regelt.
2. Vraag welke fles en hoeveel.
3. Maak een zaak aan en lees het zaaknummer voor.`,
};

const articles: readonly Article[] = [
  articleRow({ key: 'levertermijnen', title: 'Levertermijnen en leverkosten', source: 'voorwaarden', keywords: ['bezorging'], body: bodies.delivery, changedSummary: 'Dringend leveren kost nu 5,00 € in plaats van 7,50 €.', edition: 2 }),
  articleRow({ key: 'levertermijnen', language: 'fr', title: 'Délais et frais de livraison', source: 'conditions', keywords: ['levering'], body: 'Commandé avant **16 heures** un jour ouvrable : livraison dans les deux jours ouvrables.' }),
  articleRow({ key: 'gebroken-fles', title: 'Klacht: gebroken of lekkende fles', source: 'procedures', keywords: ['breuk', 'levering'], body: bodies.broken, changedSummary: 'Tot drie flessen vragen we geen foto meer.' }),
  articleRow({ key: 'abonnement', title: 'Wijnabonnement: formules en prijzen', source: 'prijslijst', body: '| Formule | Prijs |\n| --- | ---: |\n| Ontdekker | 32,00 € |\n| Kenner | 59,00 € |\n\nDe levering van een abonnement is altijd gratis.' }),
];

const joined = ({ title, keywords, body }: Article): string => `${title} ${keywords.join(' ')} ${plainText(body)}`;

/** What an operator said about an article. */
export type Remark = ParsedInput<StoreContract, 'article.feedback'>;

function sampleNews(): NewsItem[] {
  const at = '2026-11-28T09:00:00.000Z';
  const ofArticles = articles.flatMap(({ id, edition, title, language, source, changedSummary }): NewsItem[] => (changedSummary === '' ? [] : [{ kind: 'article', at, id, edition, title, language, source, summary: changedSummary }]));
  return [
    ...ofArticles,
    { kind: 'price', at, productId: sampleId(30, 1), name: { nl: 'Proefdoos Loire (6 fl.)' }, formerCents: 5_400, cents: 4_900 },
    { kind: 'stock', at, productId: sampleId(30, 2), name: { nl: 'Bubbels en wit (6 fl.)' }, isAvailable: false },
    { kind: 'script', at, id: sampleId(30, 3), title: 'Bestelling wijnabonnement', version: 15 },
  ];
}

/** What operators look up, for a page without a store. */
export function sampleKnowledgeHandlers(remarks: Remark[]): Pick<Handlers<StoreContract>, keyof typeof knowledgeCalls> {
  const read = new Set<string>();
  return {
    'article.search': ({ text, language, sources, limit }) => {
      const known = [...new Set(articles.map(({ source }) => source))];
      const permitted = sources === null ? known : permittedSources(known, sources);
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const found = articles.filter((article) => words.every((word) => markWords(joined(article), [word]).some(({ isMatch }) => isMatch)));
      const here = found.filter(({ source }) => permitted.includes(source)).toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
      return {
        sources: permitted,
        isMoreElsewhere: here.length < found.length,
        hits: here.slice(0, limit).map(({ id, source, language: own, title, body, productId, changedAt, validUntil }) => ({ id, source, language: own, title: markWords(title, words), snippet: snippetOf(plainText(body), words, 150), productId, changedAt, validUntil })),
      };
    },
    'article.get': ({ id }) => {
      const article = articles.find((candidate) => candidate.id === id);
      if (article === undefined) throw new BalieError('store.not-found', 'no such article');
      return { article, card: null, isInForce: true, translations: articles.flatMap((other) => (other.key === article.key && other.id !== id ? [{ id: other.id, language: other.language }] : [])) };
    },
    'shift.news': () => ({ since: '2026-11-27T16:32:00.000Z', items: read.has('all') ? [] : sampleNews().filter((item) => item.kind !== 'article' || !read.has(item.id)) }),
    'shift.work': () => undefined,
    'shift.seen': ({ articles: seen, all }) => {
      for (const { id } of seen) read.add(id);
      if (all) read.add('all');
    },
    'article.feedback': (remark) => void remarks.push(remark),
  };
}
