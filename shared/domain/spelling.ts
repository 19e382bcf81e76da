/** @returns the words of a text in lower case, without accents or signs. */
export function plainWords(text: string): string[] {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What sounds the same and is spelt in more ways than one: Claes and Klaas, De Smedt and De Smet, Thijs and Tys. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ij/g, 'y'],
  [/ae/g, 'aa'],
  [/ck/g, 'k'],
  [/ph/g, 'f'],
  [/([gkt])h/g, '$1'],
  [/dt\b/g, 't'],
  [/c(?=[aouklrt]|$)/g, 'k'],
  [/x/g, 'ks'],
  [/(\p{L})\1+/gu, '$1'],
];

function bySound(word: string): string {
  return sounds.reduce((heard, [spelt, said]) => heard.replaceAll(spelt, said), word);
}

/** Slips that are forgiven in a word of this length: none where another letter is another name. */
function forgiven(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** @returns whether two words are one word, spelt by ear or with a slip of the finger. */
export function isSpeltLike(typed: string, known: string): boolean {
  const [heard, meant] = [bySound(typed), bySound(known)];
  if (heard === meant) return true;
  return distance(heard, meant) <= forgiven(Math.min(heard.length, meant.length));
}

/** Insertions, deletions, replacements and swapped neighbours that lead from one word to the other (optimal string alignment). */
function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let former = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const cost = letter === other ? 0 : 1;
      let least = Math.min((former[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, (former[column] ?? 0) + cost);
      if (row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other) least = Math.min(least, (before[column - 1] ?? 0) + 1);
      current.push(least);
    }
    before = former;
    former = current;
  }
  return former.at(-1) ?? 0;
}
