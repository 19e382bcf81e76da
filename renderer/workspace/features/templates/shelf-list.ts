import type { LetterShelfItem } from '#shared/contract/letters.ts';
import { languageSchema, type Language } from '#shared/domain/language.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { baseIn, contentOf, templateIn, type TemplateBase } from './written-template.ts';

/** What is on the shelf: of central, begun here, or both. */
export interface ShelfLine {
  readonly templateId: string;
  /** Central's newest; null: central has none (yet). */
  readonly item: LetterShelfItem | null;
  /** What was begun here and central does not have. */
  readonly draft: { readonly content: LetterContent; readonly base: TemplateBase | null; readonly savedAt: string } | null;
  /** As it is shown: what was begun here goes first. */
  readonly content: LetterContent;
}

interface KeptDraft {
  readonly templateId: string;
  readonly base: string | null;
  readonly content: string;
  readonly savedAt: string;
}

export const shelfFilters = ['all', 'letter', 'mail', 'withdrawn'] as const;
export type ShelfFilter = (typeof shelfFilters)[number];

/** @returns every template, by title in a language. A draft that cannot be read any more is none. */
export function shelfOf(items: readonly LetterShelfItem[], drafts: readonly KeptDraft[], language: Language): ShelfLine[] {
  const begun = new Map(
    drafts.flatMap(({ templateId, base, content, savedAt }) => {
      const written = templateIn(content);
      return written === null ? [] : [[templateId, { content: written, base: baseIn(base), savedAt }] as const];
    }),
  );
  const known = items.map((item): ShelfLine => {
    const draft = begun.get(item.templateId) ?? null;
    return { templateId: item.templateId, item, draft, content: draft?.content ?? contentOf(item) };
  });
  const ids = new Set(items.map(({ templateId }) => templateId));
  const onlyHere = [...begun].flatMap(([templateId, draft]): ShelfLine[] => (ids.has(templateId) ? [] : [{ templateId, item: null, draft, content: draft.content }]));
  return [...onlyHere, ...known].sort((a, b) => titleIn(a.content, language).localeCompare(titleIn(b.content, language), language));
}

/** @returns the lines in which every word stands somewhere: in a title, the key, or the name of a queue. Withdrawn ones are aside. */
export function foundOnShelf(lines: readonly ShelfLine[], filter: ShelfFilter, text: string, queueNames: ReadonlyMap<string, string>): ShelfLine[] {
  const words = plain(text).split(/\s+/).filter((word) => word !== '');
  return lines.filter(({ item, content: { key, kind, title, queueIds } }) => {
    const isWithdrawn = item?.withdrawn ?? false;
    if (filter === 'withdrawn' ? !isWithdrawn : isWithdrawn || (filter !== 'all' && kind !== filter)) return false;
    const said = plain([key, ...languageSchema.options.map((language) => title[language] ?? ''), ...queueIds.map((id) => queueNames.get(id) ?? '')].join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** @returns the title in a language, else in Dutch. */
export function titleIn({ title }: Pick<LetterContent, 'title'>, language: Language): string {
  return title[language] ?? title.nl;
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{Mark}/gu, '').toLowerCase();
