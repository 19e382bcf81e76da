/** The words of an audience: whoever has one of them is concerned. */
export const audienceKey = {
  queue: (id: string): string => `q:${id}`,
  agent: (id: string): string => `a:${id}`,
  /** Whom a hand-over names. */
  extension: (number: string): string => `x:${number}`,
  /** Those who have all customers of the centre. */
  customers: 'c',
  /** Those who have what was said outside any queue. */
  unqueued: 'u',
} as const;

/** Whom a change of a row concerns: words that are known, and rows of which the queues say the rest. */
export interface Concern {
  readonly keys: readonly string[];
  readonly customers: readonly string[];
  readonly interactions: readonly string[];
}

/** Whom it concerns; null: everybody. */
export type Audience = Concern | null;

/** @returns those whom either concerns. */
export function both(a: Audience, b: Audience): Audience {
  if (a === null || b === null) return null;
  const union = (field: keyof Concern): string[] => [...new Set([...a[field], ...b[field]])];
  return { keys: union('keys'), customers: union('customers'), interactions: union('interactions') };
}

export function concern(some: Partial<Concern>): Concern {
  return { keys: [], customers: [], interactions: [], ...some };
}
