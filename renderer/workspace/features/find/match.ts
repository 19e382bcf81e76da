import type { Strength } from './find-hit.ts';

/** A piece of a text, and whether it is what was typed. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text without case and accents, each of its characters with its place in the text as it was. */
interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

function fold(text: string): Folded {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    for (const part of letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
      folded += part;
      for (let unit = 0; unit < part.length; unit++) places.push(at);
    }
    at += letter.length;
  }
  return { text: folded, places };
}

/** @returns the words of a text as the store's index has them: no case, no accents, letters and digits only. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @returns the digits that a number in any notation begins with or contains: without the zero or the country's digits before it. */
function digitsOf(text: string): string | null {
  if (!/^[+(\d][\d\s()./-]*$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < 3 ? null : digits;
}

/** @returns the half-open ranges of `text` that the typed words begin, or that the typed digits are. */
function rangesOf(text: string, typed: string): readonly (readonly [number, number])[] {
  const folded = fold(text);
  const end = (index: number): number => folded.places[index] ?? text.length;
  const ranges: [number, number][] = [];
  for (const word of wordsOf(typed)) {
    for (const found of folded.text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (found[0].startsWith(word)) ranges.push([end(found.index), end(found.index + word.length)]);
    }
  }
  const digits = digitsOf(typed.trim());
  if (digits !== null) {
    const numerals = [...folded.text.matchAll(/\d/g)];
    const at = numerals.map(([digit]) => digit).join('').indexOf(digits);
    const last = numerals[at + digits.length - 1];
    if (at >= 0 && last !== undefined) ranges.push([end(numerals[at]?.index ?? 0), end(last.index) + 1]);
  }
  return ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** @returns the text in pieces, those that were typed marked. Joined they are the text again: nothing is added, nothing is markup. */
export function piecesOf(text: string, typed: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of rangesOf(text, typed)) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) pieces.push({ text: text.slice(at, start), isMatch: false });
    pieces.push({ text: text.slice(start, to), isMatch: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/** @returns how well what a thing is called, and what else is told about it, answers what was typed. */
export function strengthOf(title: string, typed: string, also = ''): Strength {
  const typedWords = wordsOf(typed);
  const words = [...wordsOf(title), ...wordsOf(also)];
  if (typedWords.length === 0) return 'near';
  if (typedWords.every((word) => words.includes(word))) return 'whole';
  return typedWords.every((word) => words.some((other) => other.startsWith(word))) ? 'begins' : 'near';
}

/** @returns true when two numbers of customers or orders are the same one: `BE-204518`, `be204518`, `204518`. */
export function isSameNumber(number: string, typed: string): boolean {
  const [whole, wanted] = [number, typed].map((text) => text.toLowerCase().replaceAll(/[\s-]/g, ''));
  if (whole === undefined || wanted === undefined || !/\d/.test(wanted)) return false;
  return whole === wanted || whole.replace(/^\D+/, '') === wanted;
}
