import type { Combination } from '../../app/shortcuts.ts';
import type { SectionName } from '../settings/SettingsSection.tsx';

/** What can be found, in the order in which its sections stand: the same at every search, so that the eye knows where to look. */
export const findKinds = ['customer', 'order', 'product', 'article', 'colleague', 'action', 'page', 'call', 'export'] as const;
export type FindKind = (typeof findKinds)[number];

/** Where a hit leads. */
export type FindTarget =
  | { readonly to: 'customer'; readonly customerId: string }
  | { readonly to: 'directory'; readonly text: string }
  | { readonly to: 'history'; readonly text: string }
  | { readonly to: 'products'; readonly text: string }
  | { readonly to: 'article'; readonly id: string }
  | { readonly to: 'action'; readonly keys: Combination }
  | { readonly to: 'export'; readonly text: string }
  | { readonly to: 'settings'; readonly section: SectionName };

/**
 * How well a hit answers: an identifier that was typed whole, every word whole in what it is called, every word the beginning of
 * one, or (a typing error, another field) what its source still thought fitting.
 */
export const strengths = ['exact', 'whole', 'begins', 'near'] as const;
export type Strength = (typeof strengths)[number];

export interface FindHit {
  /** Unique over all kinds. */
  readonly id: string;
  readonly kind: FindKind;
  readonly title: string;
  readonly detail: string;
  /** Beside the title: a number, a day. */
  readonly aside?: string;
  /** The key that does the same. */
  readonly keys?: Combination;
  readonly strength: Strength;
  /** Last contact, ISO; what was dealt with lately is asked for again first. */
  readonly recentAt?: string | null;
  readonly target: FindTarget;
}

/** One source of hits. It may refuse: the others are shown all the same. */
export interface FindSource {
  readonly kind: FindKind;
  /** @param text trimmed; empty when nothing is typed yet. */
  readonly find: (text: string) => Promise<readonly FindHit[]> | readonly FindHit[];
}

export interface FindSection {
  readonly kind: FindKind;
  readonly hits: readonly FindHit[];
}

/** @returns the hits of one source, best first: by strength, then by last contact, then as the source had them. */
export function ranked(hits: readonly FindHit[]): readonly FindHit[] {
  return hits.toSorted((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength) || (b.recentAt ?? '').localeCompare(a.recentAt ?? ''));
}

/** @returns sections in their order, but first those that have exactly what was typed. Empty ones are left out. */
export function arranged(found: ReadonlyMap<FindKind, readonly FindHit[]>): readonly FindSection[] {
  // What was found can leave as a file; nothing cannot.
  const isOffered = (kind: FindKind): boolean => kind !== 'export' || (found.get('customer')?.length ?? 0) > 0;
  const sections = findKinds.filter(isOffered).map((kind) => ({ kind, hits: ranked(found.get(kind) ?? []) })).filter(({ hits }) => hits.length > 0);
  const isExact = ({ hits }: FindSection): boolean => hits[0]?.strength === 'exact';
  return [...sections.filter(isExact), ...sections.filter((section) => !isExact(section))];
}
