/** What a checker knows of a word. */
export interface WordKnowledge {
  /** Whether a dictionary has it. */
  readonly isListed: (word: string) => boolean;
  /** Names and the like, in lower case. */
  readonly known: ReadonlySet<string>;
  /** The language puts words together: Dutch and German do, without end, and no dictionary lists them all. */
  readonly compounds: boolean;
}

/** Of a compound each part is a word that can stand alone; shorter ones are endings. */
const shortestPart = 4;
/** What Dutch and German put between two parts. */
const joints = ['', 's', 'e', 'en', 'n', 'er', '-'];
/** What Dutch and German verbs carry before them: nagekeken, doorverbinden, zurückgerufen. */
const separable = /^(?:aan|achter|af|bij|door|in|mee|na|om|op|over|tegen|terug|toe|uit|vast|voor|weg|ab|an|auf|aus|bei|ein|mit|nach|vor|zu|zurück)(\p{L}{4,})$/u;

/** More than any word has. */
const longest = 60;

/** @returns a word's letters as names are compared: without case, and without what hangs on it ("Peeters'", "d’Hondt"). */
function foldedName(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
}

/** @returns the words by which names of customers and products are known again. */
export function knownWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{M}'’-]+/gu) ?? []).flatMap((word) => [word, ...word.split('-')]).map(foldedName).filter((word) => word.length > 1))];
}

/** @returns whether a word is right: listed, a name that is known, or put together of two words that are listed. */
export function isRightWord(word: string, knowledge: WordKnowledge): boolean {
  const { isListed, known, compounds } = knowledge;
  if (word.length > longest || isListed(word) || known.has(foldedName(word))) return true;
  return compounds && isCompound(word, isListed);
}

function isCompound(word: string, isListed: (word: string) => boolean): boolean {
  const verb = separable.exec(word.toLowerCase())?.[1];
  if (verb !== undefined && isListed(verb)) return true;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    // A part that is no word by itself with its joint, and one without it.
    for (const joint of joints) {
      if (!head.endsWith(joint) || head.length - joint.length < shortestPart) continue;
      if (isListed(head.slice(0, head.length - joint.length)) && (isListed(tail) || isListed(tail.charAt(0).toUpperCase() + tail.slice(1)))) return true;
    }
  }
  return false;
}

export interface FoundWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const words = /\p{L}[\p{L}\p{M}'’-]*\p{L}/gu;

/** @returns the first wrong word from a place on, and from the beginning when there is none behind it. */
export function nextWrongWord(text: string, from: number, isWrong: (word: string) => boolean): FoundWord | null {
  const found = [...text.matchAll(words)].map((match) => ({ word: match[0], from: match.index, to: match.index + match[0].length }));
  const ordered = [...found.filter((one) => one.to > from), ...found.filter((one) => one.to <= from)];
  return ordered.find(({ word }) => isWrong(word)) ?? null;
}

/** @returns the wrong word at a place; null where that word is right. */
export function wrongWordAt(text: string, at: number, isWrong: (word: string) => boolean): FoundWord | null {
  const match = [...text.matchAll(words)].find(({ 0: word, index }) => index <= at && at <= index + word.length);
  return match === undefined || !isWrong(match[0]) ? null : { word: match[0], from: match.index, to: match.index + match[0].length };
}
