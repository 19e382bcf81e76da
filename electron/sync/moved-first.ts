/**
 * A page has the erasure of a customer before the rows that were theirs, as parents come before children. A row that had become
 * somebody else's before (a merge that was taken back) must not be erased with them: it comes first.
 *
 * @returns the changes of a page, as central sent them but for that.
 */
export function movedFirst(changes: readonly unknown[]): readonly unknown[] {
  if (!changes.some(erasesCustomer)) return changes;
  return [...changes.filter(namesCustomer), ...changes.filter((change) => !namesCustomer(change))];
}

function erasesCustomer(change: unknown): boolean {
  const { entity, row } = fieldsOf(change);
  return entity === 'customer' && row === null;
}

function namesCustomer(change: unknown): boolean {
  return typeof fieldsOf(fieldsOf(change)['row'])['customerId'] === 'string';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
