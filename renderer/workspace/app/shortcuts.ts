/** `Alt+m`, `Ctrl+Enter` (Command on macOS), `Ctrl+Shift+z`, `F7`, or a bare key such as `3`. */
export type Combination = string;

type Handler = () => void;

/**
 * Keys for the whole window, caught before any field sees them, so that call actions work while typing.
 * The last one registered for a combination has it.
 */
export class Shortcuts {
  readonly #handlers = new Map<Combination, Handler[]>();
  readonly #overrides: ((combination: Combination) => boolean)[] = [];

  /** @returns a function that takes the shortcut away. */
  add(combination: Combination, handler: Handler): () => void {
    const key = combination.toLowerCase();
    const list = this.#handlers.get(key) ?? [];
    this.#handlers.set(key, list);
    list.push(handler);
    return () => {
      const at = list.lastIndexOf(handler);
      if (at >= 0) list.splice(at, 1);
    };
  }

  /**
   * Lets something that lies over the page have keys first, without taking them from who has them: they are still {@link bound}.
   *
   * @param take true when it did something with the key.
   * @returns a function that ends it.
   */
  override(take: (combination: Combination) => boolean): () => void {
    this.#overrides.push(take);
    return () => {
      const at = this.#overrides.lastIndexOf(take);
      if (at >= 0) this.#overrides.splice(at, 1);
    };
  }

  /** The combinations that do something now, in lower case. */
  bound(): ReadonlySet<Combination> {
    return new Set([...this.#handlers].flatMap(([key, list]) => (list.length > 0 ? [key] : [])));
  }

  /** Does what the key would do. @returns false when it does nothing now. */
  run(combination: Combination): boolean {
    const handler = this.#handlers.get(combination.toLowerCase())?.at(-1);
    handler?.();
    return handler !== undefined;
  }

  readonly handle = (event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing) return;
    for (const combination of combinationsOf(event)) {
      if (!this.#overrides.some((take) => take(combination)) && !this.run(combination)) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  };
}

/**
 * What a key press may be called. Letters go by what the key types (a Belgian keyboard is AZERTY), digits also by
 * their place in the digit row, which types `&é"'(` there without Shift. Option on macOS types signs, or begins an accent (`Dead`): the place counts.
 */
function combinationsOf(event: KeyboardEvent): readonly Combination[] {
  // AltGr types characters; it is not Alt.
  if (event.getModifierState('AltGraph')) return [];
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const typed = event.key.toLowerCase();
  const names = [typed, ...(digit === undefined ? [] : [digit]), ...(/^[\x20-\x7e]$/.test(typed) || letter === undefined ? [] : [letter.toLowerCase()])];
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && !command) return names.map((name) => `alt+${name}`);
  // Shift is part of a combination that names it; otherwise it is what types a digit.
  if (command && !event.altKey) return names.flatMap((name) => (event.shiftKey ? [`ctrl+shift+${name}`, `ctrl+${name}`] : [`ctrl+${name}`]));
  // A function key types nothing: it is nobody's while they type.
  if (command || (isTextField(event.target) && !/^f\d{1,2}$/.test(typed))) return [];
  return names;
}

/** Bare keys belong to whoever types, and to lists that are being searched by their first letters. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]') !== null;
}
