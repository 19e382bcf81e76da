/** A field by the name its draft has: `outcomeId`, `sentence`, `note`, `customer.email`, `script.deliveryDay`. */
export type FieldName = string;

type Listener = (field: FieldName) => void;

/** Leads the operator to a field that is asked for, whatever panel it stands in. */
export class FieldPointer {
  readonly #listeners = new Set<Listener>();

  /** @returns a function that stops listening. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  point(field: FieldName): void {
    for (const listener of this.#listeners) listener(field);
  }
}
