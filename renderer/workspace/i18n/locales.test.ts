import { describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/domain/errors.ts';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

/** @returns every text by its full key. */
function flat(tree: object, prefix = ''): Map<string, string> {
  const texts = Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? [...flat(value, `${prefix}${key}.`)] : [[prefix + key, String(value)]],
  );
  return new Map(texts);
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
const dutch = flat(nl);

describe.each([
  ['en', en],
  ['fr', fr],
  ['de', de],
])('%s', (_language, texts) => {
  test('has every key of the Dutch texts and no other', () => {
    expect([...flat(texts).keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  test('uses the same values in each text', () => {
    const wrong = [...flat(texts)].filter(([key, text]) => placeholders(text).join() !== placeholders(dutch.get(key) ?? '').join());
    expect(wrong).toEqual([]);
  });

  test('leaves no text empty or in Dutch', () => {
    const sentences = [...flat(texts)].filter(([, text]) => text.split(' ').length > 3);
    expect([...flat(texts)].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(sentences.filter(([key, text]) => text === dutch.get(key))).toEqual([]);
  });
});

test('every error that Balie can give has a text', () => {
  expect(errorCodes.filter((code) => !dutch.has(`errors.${code}`))).toEqual([]);
});
