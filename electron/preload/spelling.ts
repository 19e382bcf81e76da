import { webFrame } from 'electron';
import { isRightWord, type WordKnowledge } from '#shared/domain/word-check.ts';

/** Longer is no word. */
const longest = 100;

/**
 * Chromium's checker with shipped dictionaries (main lays them ready), and what Balie knows beside them: names of customers and
 * products. Those stay in this page's memory; Chromium's own list of added words is a file in clear. Chromium marks what it finds by
 * itself: asked through `webFrame.setSpellCheckProvider`, Electron 33 hung in its own code while a number was typed, and the page with it.
 */
export function createSpelling() {
  const knowledge: { -readonly [K in keyof WordKnowledge]: WordKnowledge[K] } = { isListed: (word) => !webFrame.isWordMisspelled(word), known: new Set(), compounds: false };
  const isWrong = (word: string): boolean => !isRightWord(word, knowledge);
  return {
    know(words: readonly string[], compounds: boolean): void {
      knowledge.known = new Set(words);
      knowledge.compounds = compounds;
    },
    isWrong: (word: string): boolean => word.length <= longest && isWrong(word),
    suggest: (word: string): string[] => (word.length <= longest ? webFrame.getWordSuggestions(word) : []),
  };
}
