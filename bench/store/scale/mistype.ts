/** What goes wrong while one types, each as often as the others. */
export const mistypings = ['substituted', 'missing', 'extra', 'swapped'] as const;
export type Mistyping = (typeof mistypings)[number];

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A shorter word is another word with one letter changed. */
const shortestWord = 3;

/** One typing error in a text, at any place in any of its words of three letters and more. @param random 0 to 1 */
export function mistype(text: string, kind: Mistyping, random: () => number): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= shortestWord);
  const word = words[Math.floor(random() * words.length)];
  if (word === undefined) return text;
  const wrong = wrongly(word[0], kind, random);
  return text.slice(0, word.index) + wrong + text.slice(word.index + word[0].length);
}

function wrongly(word: string, kind: Mistyping, random: () => number): string {
  const at = Math.floor(random() * word.length);
  switch (kind) {
    case 'substituted':
      return word.slice(0, at) + otherThan(word[at] ?? '', random) + word.slice(at + 1);
    case 'missing':
      return word.slice(0, at) + word.slice(at + 1);
    case 'extra':
      return word.slice(0, at) + otherThan('', random) + word.slice(at);
    case 'swapped':
      return swapped(word, random);
  }
}

function otherThan(letter: string, random: () => number): string {
  const others = letters.replace(letter.toLowerCase(), '');
  return others[Math.floor(random() * others.length)] ?? '';
}

/** Two neighbours that differ: swapping the same letter twice is no error. */
function swapped(word: string, random: () => number): string {
  const places = Array.from({ length: word.length - 1 }, (_, index) => index).filter((index) => word[index]?.toLowerCase() !== word[index + 1]?.toLowerCase());
  const at = places[Math.floor(random() * places.length)];
  return at === undefined ? word : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
