import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, snippetOf } from './marked-text.ts';
import { permittedSources } from './permitted-sources.ts';
import { plainText } from './plain-text.ts';

const joined = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join('');
const marked = (text: string, ...words: string[]): string[] => markWords(text, words).flatMap((piece) => (piece.isMatch ? [piece.text] : []));

describe('marks', () => {
  it('stand on the beginnings of words, whatever their accents and case', () => {
    expect(marked('Crémant en CRÈME, geen sacrement', 'crem')).toEqual(['Crém', 'CRÈM']);
    expect(marked('Weißwein, ﬁjn en Straße', 'weißw', 'fij')).toEqual(['Weißw', 'ﬁj']);
    expect(marked('levering', 'le', 'lever')).toEqual(['lever']);
  });

  it('add nothing and lose nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1, maxLength: 4 })), (text, words) => joined(markWords(text, words)) === text));
  });

  it('are in the snippet where most of the words are', () => {
    const text = `${'Over iets anders. '.repeat(30)}De klant mag binnen 14 dagen terugzenden. ${'Nog iets. '.repeat(30)}`;
    const pieces = snippetOf(text, ['terug', '14'], 80);
    expect(pieces.filter(({ isMatch }) => isMatch).map((piece) => piece.text)).toEqual(['14', 'terug']);
    expect(joined(pieces)).toMatch(/^… .*terugzenden.* …$/);
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), (some, word) => joined(snippetOf(some, [word], 40)).length <= 44));
  });
});

describe('plain text', () => {
  it('has the words of Markdown without its marks', () => {
    expect(plainText('## Kosten\n\n| Wat | Prijs |\n| --- | ---: |\n| Gewoon | **6,95 €** |\n\n- eerst `dit`\n1. dan _dat_\n\nLees [meer](https://example.be).')).toBe('Kosten Wat · Prijs · Gewoon · 6,95 € · eerst dit dan dat Lees meer.');
    expect(plainText('2 * 3 en a_b_c')).toBe('2 * 3 en a_b_c');
  });

  it('takes a hostile text in its stride', () => {
    for (const part of ['[', '|-', '*', '](', '#', '- '] as const) {
      const begun = performance.now();
      plainText(part.repeat(20_000));
      expect(performance.now() - begun).toBeLessThan(500);
    }
  });
});

describe('permitted sources', () => {
  it('are the named ones, also where an edition is named, in any spelling', () => {
    const known = ['voorwaarden', 'Prijslijst', 'procédures', 'price list'];
    expect(permittedSources(known, ['voorwaarden 2026-11', 'PRIJSLIJST'])).toEqual(['voorwaarden', 'Prijslijst']);
    expect(permittedSources(known, ['procedures'])).toEqual(['procédures']);
    expect(permittedSources(known, ['price', 'voor', ''])).toEqual([]);
  });
});
