import type { Article } from '#shared/domain/knowledge/article.ts';
import { seeded } from '../store/belgians.ts';

const small = 'de het een van en in is dat op te voor met niet zijn die er aan ook als bij of u om maar dan door naar uw kan wordt deze heeft nog tot wel over uit geen meer moet al zo'.split(' ');
const heads = 'wijn fles lever bestel klant prijs factuur betaal retour klacht pakket abonnements korting magazijn voorraad bezorg afhaal proef doos kaas druif oogst kelder rek glas kurk adres dienst verzend douane garantie breuk schade vergoed spoed avond week feest kerst zomer winter herfst lente streek dorp kasteel'.split(' ');
const tails = 'termijn kosten bon nummer formulier punt moment dag plicht regeling lijst fiche selectie kaart route tijd aanvraag wijziging bevestiging melding afspraak dienst gebied centrum pakket inhoud huis meester boer vat'.split(' ');
const verbs = 'leveren bestellen betalen terugsturen melden bewaren schenken openen verpakken controleren bevestigen wijzigen opzeggen annuleren vergoeden doorverbinden noteren navragen beloven terugbellen'.split(' ');
const places = 'Loire Bourgogne Bordeaux Rioja Toscane Piemonte Mosel Elzas Champagne Douro Chablis Saumur Vouvray Chinon Sancerre Beaune Pauillac Margaux Barolo Chianti Rueda Priorat Alentejo Kamptal Wachau Gent Antwerpen Brussel Leuven Namen Luik'.split(' ');
const sources = ['productfiches', 'procedures', 'voorwaarden', 'prijslijst', 'acties', 'afhaalpunten'];
const synced = { version: 1, updatedAt: '2026-11-02T08:00:00.000Z' } as const;

/** Words of everyday use come back all the time, others seldom: as in any text (Zipf). */
function wordAt(random: () => number): string {
  if (random() < 0.45) return small[Math.floor(random() ** 2 * small.length)] ?? 'de';
  const pick = random();
  const any = (list: readonly string[]): string => list[Math.floor(random() ** 1.6 * list.length)] ?? '';
  if (pick < 0.62) return `${any(heads)}${any(tails)}`;
  if (pick < 0.82) return any(verbs);
  return pick < 0.92 ? any(heads) : (places[Math.floor(random() * places.length)] ?? '');
}

function sentence(random: () => number): string {
  const words = Array.from({ length: 6 + Math.floor(random() * 10) }, () => wordAt(random));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function bodyOf(random: () => number): string {
  const paragraphs = Array.from({ length: 2 + Math.floor(random() * 3) }, () => `## ${wordAt(random)} ${wordAt(random)}\n\n${Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ')}`);
  return `${paragraphs.join('\n\n')}\n\n- ${sentence(random)}\n- **${wordAt(random)}** ${sentence(random)}\n\n| Soort | Prijs |\n| --- | ---: |\n| ${wordAt(random)} | ${(random() * 90).toFixed(2).replace('.', ',')} € |\n`;
}

function titleOf(random: () => number): string {
  const words = Array.from({ length: 2 + Math.floor(random() * 5) }, () => wordAt(random)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${places[Math.floor(random() * places.length)] ?? ''}`;
}

/** Article `index` of a made-up centre: always the same one. */
export function madeUpArticle(index: number): Article {
  const random = seeded(index + 1);
  return {
    ...synced,
    id: `01900000-0000-7000-8900-${index.toString(16).padStart(12, '0')}`,
    key: `artikel-${index}`,
    language: random() < 0.8 ? 'nl' : random() < 0.7 ? 'fr' : 'en',
    source: sources[Math.floor(random() ** 1.5 * sources.length)] ?? 'procedures',
    title: titleOf(random),
    keywords: [wordAt(random), wordAt(random)],
    queueIds: [],
    productId: null,
    validFrom: '2026-01-01',
    validUntil: null,
    edition: 1,
    changedAt: synced.updatedAt,
    changedSummary: '',
    archived: false,
    body: bodyOf(random),
  };
}

/** One letter of the word left out, or two of them swapped. */
function mistyped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/**
 * What stands in the box after each key of somebody who looks for one of these articles: words of a title, or of a title and the text; one in
 * five mistypes a long word, one in ten begins inside a compound.
 */
export function articleKeystrokes(count: number, atLeast: number): string[] {
  const random = seeded(42);
  const texts: string[] = [];
  while (texts.length < atLeast) {
    const { title, body } = madeUpArticle(Math.floor(random() * count));
    const inTitle = title.toLowerCase().split(' ');
    const inBody = body.toLowerCase().match(/[a-z]{5,}/g) ?? [];
    const from = Math.floor(random() * Math.max(1, inTitle.length - 1));
    const words = [...inTitle.slice(from, from + 1 + Math.floor(random() * 3)), ...(random() < 0.5 ? [inBody[Math.floor(random() * inBody.length)] ?? ''] : [])];
    const asTyped = words.map((word) => {
      const kind = word.length < 8 ? 1 : random();
      return kind < 0.2 ? mistyped(word, random) : kind < 0.3 ? word.slice(4) : word;
    });
    const whole = asTyped.filter((word) => word !== '').join(' ');
    for (let length = 1; length <= whole.length; length++) texts.push(whole.slice(0, length));
  }
  return texts;
}

const perPiece = 1_000;

/** A snapshot of so many articles as central sends it, made while it is read. */
export function* snapshotOfArticles(count: number, cursor: string): Generator<string> {
  yield `${JSON.stringify({ type: 'begin', cursor, counts: { article: count }, schemaVersion: 1 })}\n`;
  for (let first = 0; first < count; first += perPiece) {
    const rows = Array.from({ length: Math.min(perPiece, count - first) }, (_, index) => madeUpArticle(first + index));
    const lines = rows.map((row) => `${JSON.stringify({ type: 'row', entity: 'article', row })}\n`).join('');
    yield `${lines}${JSON.stringify({ type: 'mark', after: `${cursor}.article.${rows.at(-1)?.id}` })}\n`;
  }
  yield `${JSON.stringify({ type: 'end', rows: count })}\n`;
}
