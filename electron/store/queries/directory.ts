import type { Agent, DirectoryEntry } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { foldedWords } from '../search/fold.ts';
import { numberPieces } from '../search/phone.ts';

/** Where a word was found, the best place first. */
const places = ['name', 'number', 'competence', 'department'] as const;
type Place = (typeof places)[number];
type Words = Readonly<Record<Exclude<Place, 'number'>, readonly string[]>>;

const byName = new Intl.Collator('nl');

/**
 * Colleagues and departments: every typed word begins a word of the name, the department or a competence,
 * or stands in the number. Accents and case do not count. The directory of a centre is some hundreds of
 * rows, so it is read whole.
 */
export function searchDirectory(db: ReadDb, text: string, country: string, limit: number): DirectoryEntry[] {
  const typed = foldedWords(text);
  if (typed.length === 0 && text.trim() !== '') return [];
  const entries = tables.directoryEntry.all(db);
  const isNumber = /^[+(\d][\d\s()./-]*$/.test(text.trim());
  const pieces = isNumber ? numberPieces(text, country) : null;
  const found = entries.flatMap((entry) => {
    const rank = pieces === null ? rankOf(entry, typed) : numberRank(entry, pieces);
    return rank === null ? [] : [{ entry, rank }];
  });
  found.sort((a, b) => a.rank - b.rank || byName.compare(a.entry.name, b.entry.name));
  return found.slice(0, limit).map(({ entry }) => entry);
}

function numberRank(entry: DirectoryEntry, pieces: readonly string[]): number | null {
  const digits = entry.number.replaceAll(/[^\d+]/g, '');
  if (pieces.some((piece) => digits.startsWith(piece))) return 0;
  return pieces.some((piece) => digits.includes(piece)) ? 1 : null;
}

/** @returns the worst of the places in which the words were found; null when one was found nowhere. */
function rankOf(entry: DirectoryEntry, typed: readonly string[]): number | null {
  const words: Words = { name: foldedWords(entry.name), competence: entry.competences.flatMap(foldedWords), department: foldedWords(entry.department ?? '') };
  let worst = 0;
  for (const word of typed) {
    const place = places.findIndex((candidate) => (candidate === 'number' ? entry.number.includes(word) : words[candidate].some((other) => other.startsWith(word))));
    if (place < 0) return null;
    worst = Math.max(worst, place);
  }
  return worst;
}

/** Everybody who works here, by team and then by name; who is in no team comes last. */
export function teamList(db: ReadDb): Agent[] {
  return tables.agent.all(db).sort((a, b) => Number(a.team === null) - Number(b.team === null) || byName.compare(a.team ?? '', b.team ?? '') || byName.compare(a.name, b.name));
}
