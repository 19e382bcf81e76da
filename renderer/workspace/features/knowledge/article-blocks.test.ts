import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleBlocks, textOf, type Block } from './article-blocks.ts';

const texts = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'list' ? block.items.map(texts).join(' ') : block.kind === 'table' ? [block.head, ...block.rows].map((row) => row.map(textOf).join(' ')).join(' ') : textOf(block.line))).join('\n');

test('an article is parts of a few kinds', () => {
  const blocks = articleBlocks('## Kosten\n\nVoor **16 _uur_**.\n\n1. een\n2. twee\n   - diep\n\n| Wat | Prijs |\n| --- | ---: |\n| Gewoon | 6,95 € |\n\n“Dat regel ik.”');
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'table', 'paragraph']);
  expect(blocks[1]).toMatchObject({ line: [{ text: 'Voor ' }, { text: '16 ', isStrong: true }, { text: 'uur', isStrong: true, isEmphasis: true }, { text: '.' }] });
  expect(blocks[3]).toMatchObject({ ends: [false, true] });
  expect(blocks[4]).toMatchObject({ isSpoken: true });
});

test('what is markup stays text', () => {
  const hostile = '<img src=x onerror=alert(1)> en <b>vet</b>\n\n<script>alert(1)</script>\n\n[klik](javascript:alert(1)) ![foto](x.png)';
  expect(texts(articleBlocks(hostile))).toBe('<img src=x onerror=alert(1)> en <b>vet</b>\n<script>alert(1)</script>\nklik foto');
});

test('any text is drawn, and in time', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(articleBlocks(text))));
  const begun = performance.now();
  for (const part of ['[', '- ', '> ', '**', '|', '<']) texts(articleBlocks(part.repeat(5_000)));
  expect(performance.now() - begun).toBeLessThan(4_000);
});
