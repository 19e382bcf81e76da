import type { CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { anyOf, beginning, longestIndexedBeginning } from './beginnings.ts';
import { digitsOf, maybeByDigits } from './digits.ts';
import { foldedWords, mailMark, withoutTopLabel } from './fold.ts';
import { matchWords } from './match-words.ts';
import { seqAt } from './place.ts';

type Matched = CustomerHit['matched'];

/** Candidates of one source that are compared while somebody types. */
const mostCompared = 100;
/** A run of fewer digits is in too many numbers to begin with. */
const fewestDigits = 3;

interface MixedFound {
  readonly seq: number;
  readonly matched: Matched;
}

/** Candidates of one kind, the next `limit` of them. @param behind the last one of the former page, as the source gave it; null: from the first on */
type Source = (limit: number, behind: number | null) => readonly { readonly at: number; readonly seq: number }[];

/**
 * Customers of whom every typed word is in something: the beginning of a word of their names, of a place, of an e-mail address, or a part
 * of a number, in any order and mixed. No index knows all of these, so candidates come from the pieces that select most, and each is compared
 * with all that was typed. For what the ways of one kind do not find: it costs several queries.
 */
export function customersByMixed(db: ReadDb, typed: string): MixedFound[] {
  const words = foldedWords(typed);
  for (const source of sourcesOf(db, typed)) {
    const found = compared(db, source(mostCompared, null).map(({ seq }) => seq), words);
    if (found.length > 0) return found;
  }
  return [];
}

/** `seq` of every customer whom {@link customersByMixed} could find, a short query at a time; one may come more than once. */
export function* everyByMixed(db: ReadDb, typed: string, batchSize = 500): Generator<number[]> {
  const words = foldedWords(typed);
  for (const source of sourcesOf(db, typed)) {
    let behind: number | null = null;
    for (;;) {
      const page = source(batchSize, behind);
      yield compared(db, page.map(({ seq }) => seq), words).map(({ seq }) => seq);
      if (page.length < batchSize) break;
      behind = page.at(-1)?.at ?? behind;
    }
  }
}

/** The most telling first: digits of a number, then all words, then the words that are no number and no end of an address. */
function* sourcesOf(db: ReadDb, typed: string): Generator<Source> {
  const tokens = typed.split(/\s+/);
  for (const digits of digitRuns(tokens.filter((token) => !token.includes('@')).join(' '))) yield (limit, behind) => maybeByDigits(db, digits, limit, behind ?? 0).map((seq) => ({ at: seq, seq }));
  const all = foldedWords(tokens.map(withoutTopLabel).join(' '));
  const telling = foldedWords(tokens.map((token) => (token.includes('@') ? withoutTopLabel(token) : token.replace(/(\D)\.[^.]*$/, '$1'))).join(' ')).filter((word) => /\D/.test(word));
  const asked = new Set<string>();
  for (const words of [all, telling]) {
    const expression = words.map((word) => anyOf([beginning(db, word), mailBeginning(word)])).join(' AND ');
    if (words.length === 0 || asked.has(expression)) continue;
    asked.add(expression);
    yield (limit, behind) => matchWords(db, expression, limit, behind).map((place) => ({ at: place, seq: seqAt(place) }));
  }
}

/** The index has beginnings up to six letters, the mark among them: a longer one is cut, and compared afterwards. */
function mailBeginning(word: string): string {
  const cut = `"${[...(mailMark + word)].slice(0, longestIndexedBeginning).join('')}"*`;
  return word.length < longestIndexedBeginning ? cut : `"${mailMark}${word}" OR ${cut}`;
}

/** Digits that may be of one number: all that stand together, however they are grouped, and the longest group alone, beside a house number. */
function digitRuns(typed: string): Set<string> {
  const runs = (typed.match(/\d[\d\s()./+-]*/g) ?? []).map(digitsOf);
  const groups = (typed.match(/\d+/g) ?? []).toSorted((a, b) => b.length - a.length);
  return new Set([...runs.toSorted((a, b) => b.length - a.length).slice(0, 1), ...groups.slice(0, 1)].filter((run) => run.length >= fewestDigits));
}

interface Facts {
  readonly seq: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
  readonly customerNumber: string | null;
  readonly places: string | null;
  readonly emails: string | null;
  readonly phones: string | null;
}

/** In the order of the candidates, which is that of the last contact where words led to them. */
function compared(db: ReadDb, seqs: readonly number[], words: readonly string[]): MixedFound[] {
  if (seqs.length === 0) return [];
  const rows = db.all<Facts>(
    `SELECT c.seq, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName, c.customer_number AS customerNumber,
            (SELECT group_concat(street || ' ' || house_number || ' ' || postcode || ' ' || town, ' ') FROM address WHERE customer_id = c.id) AS places,
            (SELECT group_concat(value, ' ') FROM contact_point WHERE customer_id = c.id AND kind = 'email') AS emails,
            (SELECT group_concat(value, ' ') FROM contact_point WHERE customer_id = c.id AND kind IN ('phone', 'mobile')) AS phones
     FROM json_each(?) AS wanted CROSS JOIN customer AS c ON c.seq = wanted.value WHERE c.archived = 0`,
    JSON.stringify(seqs),
  );
  return rows.flatMap((row) => {
    const matched = matchedBy(row, words);
    return matched === null ? [] : [{ seq: row.seq, matched }];
  });
}

/** What led to them beside names: a number before an address; null where not every word is in something. */
function matchedBy({ givenName, familyName, organisationName, customerNumber, places, emails, phones }: Facts, words: readonly string[]): Matched | null {
  const family = foldedWords(familyName);
  const names = [...foldedWords(`${givenName} ${organisationName ?? ''}`), ...family, family.join('')];
  const [inPlaces, inMails, ofNumber] = [foldedWords(places ?? ''), foldedWords(emails ?? ''), foldedWords(customerNumber ?? '')];
  const begins = (list: readonly string[], word: string): boolean => list.some((one) => one.startsWith(word));
  const own = digitsOf(customerNumber ?? '');
  const isInWord = (word: string): boolean => [names, inPlaces, inMails, ofNumber].some((list) => begins(list, word));
  if (!isCovered(words, isInWord, [own, ...(phones ?? '').split(' ').map(digitsOf)])) return null;
  const others = words.filter((word) => !begins(names, word) && !begins(inPlaces, word));
  const digits = others.filter((word) => /^\d+$/.test(word));
  if (digits.length > 0) return digits.every((word) => own.includes(word)) ? 'customer-number' : 'phone';
  if (others.length > 0) return 'email';
  return words.every((word) => begins(names, word)) ? 'name' : 'town';
}

/** Whether the words can be told apart into ones that are in something, and groups of digits that are together a part of one number. */
function isCovered(words: readonly string[], isInWord: (word: string) => boolean, numbers: readonly string[]): boolean {
  const reached = [true];
  for (let begin = 0; begin < words.length; begin++) {
    if (reached[begin] !== true) continue;
    if (isInWord(words[begin] ?? '')) reached[begin + 1] = true;
    let digits = '';
    for (let end = begin; end < words.length && /^\d+$/.test(words[end] ?? ''); end++) {
      digits += words[end] ?? '';
      // Stored as E.164: neither the leading zero of a number at home nor the two of one abroad are in it.
      const sought = digits.replace(/^0+/, '');
      if (sought.length >= fewestDigits && numbers.some((number) => number.includes(sought))) reached[end + 1] = true;
    }
  }
  return reached[words.length] === true;
}
