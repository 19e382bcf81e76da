import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react';

interface ComboboxOptions<T extends { readonly id: string }> {
  readonly items: readonly T[];
  readonly isOpen: boolean;
  /** The item that stands ready when nothing was pointed at; null for none. */
  readonly ready: T | null;
  /** Enter, with the item that stands ready or was pointed at. */
  readonly onEnter: (item: T) => void;
  readonly onEscape: () => void;
}

interface Combobox<T> {
  /** The one that Enter takes. */
  readonly active: T | null;
  readonly point: (item: T) => void;
  /** Forgets what was pointed at: the item that stands ready is the active one again. */
  readonly reset: () => void;
  readonly inputProps: Pick<ComponentProps<'input'>, 'role' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'aria-autocomplete' | 'onKeyDown'>;
  readonly listId: string;
  readonly optionId: (item: T) => string;
}

/** A field with a list under it (WAI-ARIA combobox): the cursor stays in the field, arrow keys walk the list. */
export function useCombobox<T extends { readonly id: string }>({ items, isOpen, ready, onEnter, onEscape }: ComboboxOptions<T>): Combobox<T> {
  const listId = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const active = items.find((item) => item.id === pointed) ?? ready;
  const optionId = (item: T): string => `${listId}-${item.id}`;

  function walk(step: number): void {
    const at = active === null ? (step > 0 ? -1 : items.length) : items.findIndex((item) => item.id === active.id);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    setPointed(next.id);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && active !== null) onEnter(active);
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    active,
    point: (item) => setPointed(item.id),
    reset: () => setPointed(null),
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
