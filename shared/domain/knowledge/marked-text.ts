import type { Pieces } from './article-views.ts';

/** A text without case and accents, each of its characters with its place in the text as it was. */
interface Folded {
  readonly text: string;
  /** Null: every character is where it was. */
  readonly places: readonly number[] | null;
}

const plain = (letter: string): string => letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function fold(text: string): Folded {
  // Nearly every text: as long without its accents as with them.
  const folded = text.toLowerCase().replaceAll(/[^\0-\x7e]/g, plain);
  if (folded.length === text.length) return { text: folded, places: null };
  return foldSlowly(text);
}

function foldSlowly(text: string): Folded {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const part = plain(letter);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) places.push(at);
    at += letter.length;
  }
  return { text: folded, places };
}

/** Half-open. */
type Range = readonly [from: number, until: number];

const isWordPart = /[\p{L}\p{N}]/u;

/** @returns where a word of the text begins as one of `words`, up to the end of the beginning; in order, none over another. */
function rangesOf({ text, places }: Folded, length: number, words: readonly string[]): Range[] {
  const place = (index: number): number => (places === null ? index : (places[index] ?? length));
  const found: Range[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (at === 0 || !isWordPart.test(text.charAt(at - 1))) found.push([place(at), place(at + word.length)]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], index) => index === 0 || from >= (found[index - 1]?.[1] ?? 0));
}

function parted(text: string, ranges: readonly Range[]): Pieces {
  const pieces: Pieces = [];
  let at = 0;
  for (const [from, until] of ranges) {
    if (from < at || until <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isMatch: false });
    pieces.push({ text: text.slice(from, until), isMatch: true });
    at = until;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/**
 * @param words folded: lower case, without accents.
 * @returns the whole text, the beginnings of its words that are among `words` marked.
 */
export function markWords(text: string, words: readonly string[]): Pieces {
  return parted(text, rangesOf(fold(text), text.length, words));
}

/**
 * @param most how long it may be, in characters, the dots before and after it apart.
 * @returns the part of the text in which most of the words stand; its beginning where none does.
 */
export function snippetOf(text: string, words: readonly string[], most: number): Pieces {
  const ranges = rangesOf(fold(text), text.length, words);
  const from = bestStart(text, ranges, most);
  const until = from + most >= text.length ? text.length : backToBlank(text, from + most, from);
  const inside = ranges.flatMap(([begin, end]): Range[] => (begin >= from && end <= until ? [[begin - from, end - from]] : []));
  const pieces = parted(text.slice(from, until), inside);
  return [...(from > 0 ? [{ text: '… ', isMatch: false }] : []), ...pieces, ...(until < text.length ? [{ text: ' …', isMatch: false }] : [])];
}

/** Some words before the first of the matches that stand closest together. */
function bestStart(text: string, ranges: readonly Range[], most: number): number {
  let best = 0;
  let start = ranges[0]?.[0] ?? 0;
  for (let first = 0, last = 0; first < ranges.length; first++) {
    const [from = 0] = ranges[first] ?? [];
    while (last < ranges.length && (ranges[last]?.[1] ?? 0) <= from + most * 0.7) last++;
    if (last - first > best) {
      best = last - first;
      start = from;
    }
  }
  if (start <= most * 0.3) return 0;
  const blank = text.indexOf(' ', start - Math.floor(most * 0.25));
  return blank < 0 || blank >= start ? start : blank + 1;
}

function backToBlank(text: string, at: number, from: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank > from ? blank : at;
}
