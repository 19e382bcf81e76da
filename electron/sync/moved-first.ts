/**
 * A page has the erasure of a customer before the rows that were theirs, as parents come before children. A row that had become
 * somebody else's before (a merge that was taken back) must not be erased with them: it comes first, after the customers who are there.
 *
 * @returns the changes of a page, as central sent them but for that.
 */
export function movedFirst(changes: readonly unknown[]): readonly unknown[] {
  if (!changes.some(erasesCustomer)) return changes;
  return [...changes.filter(isOfSomebody), ...changes.filter((change) => !isOfSomebody(change))];
}

function erasesCustomer(change: unknown): boolean {
  const { entity, row } = fieldsOf(change);
  return entity === 'customer' && row === null;
}

/** A customer, or what names one. */
function isOfSomebody(change: unknown): boolean {
  const { entity, row } = fieldsOf(change);
  return row !== null && (entity === 'customer' || typeof fieldsOf(row)['customerId'] === 'string');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
