import { useEffect, useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';

interface ComboboxOptions<T extends { readonly id: string }> {
  readonly items: readonly T[];
  readonly isOpen: boolean;
  /** The item that stands ready when nothing was pointed at; null for none. */
  readonly ready: T | null;
  /** Enter, with the item that stands ready or was pointed at. */
  readonly onEnter: (item: T) => void;
  /**
   * What will answer the text, while the items on the screen answer a former one; null when they answer it. Enter is meant for
   * what was typed: it waits for that, unless somebody types on, points or leaves. Without it Enter takes what stands there.
   */
  readonly following?: () => Promise<readonly T[]> | null;
  readonly onEscape: () => void;
}

interface Combobox<T> {
  /** The one that Enter takes. */
  readonly active: T | null;
  readonly point: (item: T) => void;
  /** Forgets what was pointed at: the item that stands ready is the active one again. */
  readonly reset: () => void;
  /** Does with the item of Enter something else, as another key asks. */
  readonly take: (then: (item: T) => void) => void;
  readonly inputProps: Pick<ComponentProps<'input'>, 'role' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'aria-autocomplete' | 'onKeyDown'>;
  readonly listId: string;
  readonly optionId: (item: T) => string;
}

/** A field with a list under it (WAI-ARIA combobox): the cursor stays in the field, arrow keys walk the list. */
export function useCombobox<T extends { readonly id: string }>({ items, isOpen, ready, onEnter, following, onEscape }: ComboboxOptions<T>): Combobox<T> {
  const listId = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const chosen = items.find((item) => item.id === pointed);
  const active = chosen ?? ready;
  // Whatever the operator does next takes back an Enter that still waits.
  const intent = useRef(0);
  useEffect(() => () => void intent.current++, []);
  const optionId = (item: T): string => `${listId}-${item.id}`;

  function point(item: T): void {
    intent.current++;
    setPointed(item.id);
  }

  function take(then: (item: T) => void): void {
    const mine = ++intent.current;
    const coming = chosen === undefined ? (following?.() ?? null) : null;
    if (coming === null) {
      if (active !== null) then(active);
      return;
    }
    // Refused, the list says so itself.
    void coming.then(
      ([first]) => {
        if (first !== undefined && mine === intent.current) then(first);
      },
      () => undefined,
    );
  }

  function walk(step: number): void {
    const at = active === null ? (step > 0 ? -1 : items.length) : items.findIndex((item) => item.id === active.id);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    point(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && (active !== null || following !== undefined)) take(onEnter);
    else if (event.key === 'Escape') {
      intent.current++;
      onEscape();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    active,
    point,
    reset: () => {
      intent.current++;
      setPointed(null);
    },
    take,
    inputProps: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': isOpen && active !== null ? optionId(active) : undefined,
      onKeyDown,
    },
    listId,
    optionId,
  };
}
