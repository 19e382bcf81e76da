import type { ReadDb } from '../database/connection.ts';
import { foldedWords } from './fold.ts';
import { matchWords } from './match-words.ts';
import { everyByMixed } from './mixed-text.ts';
import { seqAt } from './place.ts';
import { expressions, fewFinds, isMixedSought, meantBy, routes } from './search-customers.ts';

/** Places of a query: few enough that whoever types does not wait behind it. */
const batchSize = 2_000;

/**
 * Every customer whom a search for this text finds, not only those that are shown: by the same ways in the same order, within one
 * the last spoken to first. A short query at each step; a customer may come more than once.
 *
 * @param most how many of one way are wanted at most
 * @returns `seq` of customers.
 */
export function* findEveryone(db: ReadDb, text: string, country: string, most: number): Generator<readonly number[]> {
  const typed = text.trim();
  const first = new Set<number>();
  const counted = (seqs: readonly number[]): readonly number[] => {
    for (const seq of seqs) if (first.size < fewFinds) first.add(seq);
    return seqs;
  };
  for (const { fits, every } of routes) if (fits(typed)) for (const seqs of every(db, typed, country, most)) yield counted(seqs);
  const words = foldedWords(typed);
  if (words.length === 0) return;
  for (const expression of expressions(db, words)) for (const places of placesOf(db, expression)) yield counted(places.map(seqAt));
  if (isMixedSought(first.size, words)) for (const seqs of everyByMixed(db, typed)) yield counted(seqs);
  const meant = first.size < fewFinds ? meantBy(db, words) : null;
  if (meant !== null) for (const places of placesOf(db, meant.expression)) yield places.map(seqAt);
}

function* placesOf(db: ReadDb, expression: string): Generator<readonly number[]> {
  let behind: number | null = null;
  for (;;) {
    const places = matchWords(db, expression, batchSize, behind);
    yield places;
    if (places.length < batchSize) return;
    behind = places.at(-1) ?? null;
  }
}
