import { lexer, type Token, type Tokens } from 'marked';

/** A piece of a line. */
export interface Inline {
  readonly text: string;
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
}
export type Line = readonly Inline[];

/** What an article is drawn from. There is no other kind: what an article has beside these is text. */
export type Block =
  | { readonly kind: 'heading'; readonly line: Line }
  /** `isSpoken`: a sentence between quotation marks, to be said or sent as it is. */
  | { readonly kind: 'paragraph'; readonly line: Line; readonly isSpoken: boolean }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly ends: readonly boolean[]; readonly rows: readonly (readonly Line[])[] };

const spoken = /^\s*[“„«"].+[”“»"]\s*$/s;
/** Lists in lists in lists: deeper is drawn as this deep. */
const deepest = 4;

/** @returns the text of an article in parts that a page draws as its own elements. Markup of any other kind stays text. */
export function articleBlocks(markdown: string): readonly Block[] {
  try {
    return blocksOf(lexer(markdown, { gfm: true }), 0);
  } catch (thrown) {
    // Quotations in quotations, thousands deep: drawn as it was written.
    if (thrown instanceof RangeError) return markdown.split(/\n\s*\n/).map((part) => paragraph(plainLine(part)));
    throw thrown;
  }
}

function blocksOf(tokens: readonly Token[], depth: number): Block[] {
  return tokens.flatMap((token) => blockOf(token, depth));
}

function blockOf(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return [];
    case 'heading':
      return [{ kind: 'heading', line: lineOf((token as Tokens.Heading).tokens) }];
    case 'list':
      return [listOf(token as Tokens.List, depth)];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'blockquote':
      return depth < deepest ? blocksOf((token as Tokens.Blockquote).tokens, depth + 1) : [paragraph(plainLine(token.raw))];
    case 'paragraph':
    case 'text':
      return [paragraph('tokens' in token && token.tokens !== undefined ? lineOf(token.tokens) : plainLine(token.raw))];
    default:
      return [paragraph(plainLine('text' in token ? String(token.text) : token.raw))];
  }
}

function paragraph(line: Line): Block {
  return { kind: 'paragraph', line, isSpoken: spoken.test(textOf(line)) };
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): Block {
  const own = (item: Tokens.ListItem): Block[] => (depth < deepest ? blocksOf(item.tokens, depth + 1) : [paragraph(plainLine(item.text))]);
  return { kind: 'list', isOrdered: ordered, start: typeof start === 'number' ? start : 1, items: items.map(own) };
}

function tableOf({ header, align, rows }: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]): Line[] => row.map(({ tokens }) => lineOf(tokens));
  return { kind: 'table', head: cells(header), ends: align.map((side) => side === 'right'), rows: rows.map(cells) };
}

function plainLine(text: string): Line {
  return [{ text: text.trim(), isStrong: false, isEmphasis: false }];
}

function lineOf(tokens: readonly Token[], marks: Pick<Inline, 'isStrong' | 'isEmphasis'> = { isStrong: false, isEmphasis: false }): Line {
  return tokens.flatMap((token): Line => {
    switch (token.type) {
      case 'strong':
        return lineOf((token as Tokens.Strong).tokens, { ...marks, isStrong: true });
      case 'em':
        return lineOf((token as Tokens.Em).tokens, { ...marks, isEmphasis: true });
      // Words of a link stay words: the workplace opens no pages.
      case 'link':
      case 'del':
        return lineOf((token as Tokens.Link | Tokens.Del).tokens, marks);
      case 'br':
        return [{ text: '\n', ...marks }];
      case 'escape':
      case 'codespan':
      case 'image':
        return [{ text: (token as Tokens.Escape | Tokens.Codespan | Tokens.Image).text, ...marks }];
      default:
        return [{ text: token.raw, ...marks }];
    }
  });
}

/** @returns the words of a line. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}
