import type { Priority } from './file-entities.ts';

/** How a deadline stands: past, near enough to be warned of, later today, or another day. */
export type Urgency = 'late' | 'soon' | 'today' | 'later';

const hourMs = 3_600_000;
/** How early one is warned: what matters more, sooner. */
const leadMs: Readonly<Record<Priority, number>> = { high: 4 * hourMs, normal: 2 * hourMs, low: hourMs };

/** @param now milliseconds. Days are those of the operator's clock. */
export function urgencyOf(dueAt: string, now: number, priority: Priority = 'normal'): Urgency {
  const due = Date.parse(dueAt);
  if (due <= now) return 'late';
  if (due - now <= leadMs[priority]) return 'soon';
  return new Date(due).toDateString() === new Date(now).toDateString() ? 'today' : 'later';
}

interface Due {
  readonly id: string;
  readonly dueAt: string;
  readonly priority: Priority;
}

const urgencies: readonly Urgency[] = ['late', 'soon', 'today', 'later'];
const priorities: readonly Priority[] = ['high', 'normal', 'low'];

/** @returns the work in the order in which it is best done: by urgency, among the equally urgent by priority, then by deadline. */
export function byPressure<T extends Due>(work: readonly T[], now: number): T[] {
  const rank = ({ dueAt, priority }: T): number => urgencies.indexOf(urgencyOf(dueAt, now, priority)) * priorities.length + priorities.indexOf(priority);
  return [...work].sort((a, b) => rank(a) - rank(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.id < b.id ? -1 : 1));
}
