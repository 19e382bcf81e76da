import type { KeyboardEvent, ReactNode } from 'react';
import { ariaKeys } from './key-label.ts';
import styles from './TabList.module.css';

export interface TabItem<K extends string> {
  readonly id: K;
  readonly label: ReactNode;
  /** The combination that goes to it, as the shortcuts are registered: `Ctrl+1`. */
  readonly keys: string;
  readonly isDisabled?: boolean;
}

interface TabListProps<K extends string> {
  readonly label: string;
  /** Names the tabs and their panels in the document. */
  readonly idBase: string;
  readonly items: readonly TabItem<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
}

/**
 * The tabs pattern of the WAI-ARIA practices: one stop for Tab, arrow keys, Home and End select. React Aria's own draws what is in
 * the panels twice, which a ringing call waits for (docs/decisions/0051).
 */
export function TabList<K extends string>({ label, idBase, items, selected, onSelect }: TabListProps<K>) {
  function walk(event: KeyboardEvent<HTMLElement>): void {
    const open = items.filter(({ isDisabled }) => isDisabled !== true);
    const at = open.findIndex(({ id }) => id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + open.length, Home: 0, End: open.length - 1 }[event.key];
    const next = to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : open[to % open.length];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(tabId(idBase, next.id))?.focus();
  }

  return (
    <div className={styles.list} role="tablist" aria-label={label} onKeyDown={walk}>
      {items.map(({ id, label: text, keys, isDisabled = false }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(idBase, id)}
          className={styles.tab}
          aria-selected={id === selected}
          aria-controls={id === selected ? panelId(idBase, id) : undefined}
          aria-keyshortcuts={ariaKeys(keys)}
          tabIndex={id === selected ? 0 : -1}
          disabled={isDisabled}
          onClick={() => onSelect(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly idBase: string;
  readonly id: string;
  readonly isSelected: boolean;
  /** There while another is shown, so that what was half typed in it is kept. */
  readonly isKept?: boolean;
  /** It may be that nothing in it takes the focus: then it does itself, so that keys can scroll it. */
  readonly isRead?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function TabPanel({ idBase, id, isSelected, isKept = false, isRead = false, className, children }: TabPanelProps) {
  if (!isSelected && !isKept) return null;
  return (
    <div role="tabpanel" id={panelId(idBase, id)} aria-labelledby={tabId(idBase, id)} className={className} hidden={!isSelected} tabIndex={isRead ? 0 : undefined}>
      {children}
    </div>
  );
}

function tabId(idBase: string, id: string): string {
  return `${idBase}-tab-${id}`;
}

function panelId(idBase: string, id: string): string {
  return `${idBase}-panel-${id}`;
}
