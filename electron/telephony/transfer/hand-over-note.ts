import { cleanText } from '../party.ts';

/** Octets of the header's value: with a Refer-To that carries it twice encoded, a message still fits one datagram of most networks. */
const longestEncoded = 600;
const longestNote = 1000;
/** Stands before every encoded note. It tells how often the value was encoded on its way: `%25` at the beginning means twice. */
const mark = '%20';

/**
 * A hand-over note as a header's value: percent-encoded UTF-8, which is a token (RFC 3261 section 25.1),
 * so that no PBX needs to understand it, and no note can begin a header of its own. What is too
 * long is cut; the central API has the whole.
 * @returns '' for an empty note.
 */
export function encodeNote(note: string): string {
  let encoded = '';
  for (const character of note.trim().replace(/\r\n?/g, '\n')) {
    const next = encodeCharacter(character);
    if (mark.length + encoded.length + next.length > longestEncoded) break;
    encoded += next;
  }
  return encoded === '' ? '' : mark + encoded;
}

function encodeCharacter(character: string): string {
  // encodeURIComponent leaves these two, which a token may not have; half a surrogate pair it does not take.
  return encodeURIComponent(character.isWellFormed() ? character : '\uFFFD').replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Reads a note out of an INVITE. It may come from anybody: what remains is text on lines, without
 * control characters and within bounds.
 * @returns null when there is none.
 */
export function readNote(value: string | undefined): string | null {
  if (value === undefined || value.length > 4 * longestEncoded) return null;
  let text = value.trim();
  if (text.startsWith('%25')) text = decode(text);
  if (text.startsWith('%')) text = decode(text);
  const lines = text.split(/\r\n|\r|\n/).map((line) => cleanText(line, longestNote));
  const note = lines.join('\n').trim().slice(0, longestNote);
  return note === '' ? null : note;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
