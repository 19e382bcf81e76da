/** Tells listeners in this process that something happened. A listener that throws does not keep the others from hearing it. */
export class Announcer<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** @returns what ends the subscription. */
  subscribe(listener: (value: T) => void): () => void {
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  publish(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  /** How many listen: a leak check. */
  get size(): number {
    return this.#listeners.size;
  }
}
