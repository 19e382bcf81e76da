/** How a deadline stands: past, within two hours, later today, or another day. */
export type Urgency = 'late' | 'soon' | 'today' | 'later';

const soonMs = 2 * 3_600_000;

/** @param now milliseconds. Days are those of the operator's clock. */
export function urgencyOf(dueAt: string, now: number): Urgency {
  const due = Date.parse(dueAt);
  if (due <= now) return 'late';
  if (due - now <= soonMs) return 'soon';
  return new Date(due).toDateString() === new Date(now).toDateString() ? 'today' : 'later';
}
