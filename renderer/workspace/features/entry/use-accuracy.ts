import { useEffect, useEffectEvent, useRef } from 'react';
import { countEntry } from '#shared/domain/accuracy.ts';
import { useServices } from '../../app/services.ts';
import { useWork } from '../../app/work-context.ts';

/** The operator's own calendar day. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/**
 * Counts, for the operator alone, what is entered and corrected in verified fields: when the cursor leaves one, never by key. Two
 * numbers go to the local database; they reach no journal, no log and not central.
 */
export function useAccuracy(): void {
  const { store } = useServices();
  const { file } = useWork();
  const conversation = file?.interaction.id ?? '';
  /** The fields in which the operator entered something, of this conversation. */
  const own = useRef<{ readonly of: string; readonly fields: Set<string> }>({ of: '', fields: new Set() });
  const came = useRef('');

  const onIn = useEffectEvent((field: HTMLInputElement) => {
    came.current = field.value;
  });
  const onOut = useEffectEvent((field: HTMLInputElement) => {
    if (own.current.of !== conversation) own.current = { of: conversation, fields: new Set() };
    const { fields } = own.current;
    const { entered, corrected } = countEntry(came.current, field.value, fields.has(field.name));
    came.current = field.value;
    if (entered + corrected === 0) return;
    fields.add(field.name);
    // A count that is lost is no loss worth a word.
    store.call('accuracy.add', { day: today(), entered, corrected }).catch(() => undefined);
  });
  useEffect(() => {
    const on = (handle: (field: HTMLInputElement) => void) => (event: FocusEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.dataset['verified'] !== undefined) handle(event.target);
    };
    const [enters, leaves] = [on((field) => onIn(field)), on((field) => onOut(field))];
    document.addEventListener('focusin', enters);
    document.addEventListener('focusout', leaves);
    return () => {
      document.removeEventListener('focusin', enters);
      document.removeEventListener('focusout', leaves);
    };
  }, []);
}
