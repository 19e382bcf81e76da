import type { Grouping } from '#shared/domain/checks/grouping.ts';

/** What a field carries while its number stands in groups; nothing for another one. */
export function groupedAs(kind: Grouping | undefined): { readonly 'data-grouping'?: Grouping; readonly spellCheck?: false } {
  return kind === undefined ? {} : { 'data-grouping': kind, spellCheck: false };
}
