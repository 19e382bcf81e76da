import type { ScriptTerm } from '#shared/domain/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Terms.module.css';

interface TermListProps {
  readonly terms: readonly ScriptTerm[];
  /** What was agreed to, with the version that was read. */
  readonly agreed: Readonly<Record<string, number>>;
  readonly isDisabled: boolean;
  readonly onAgree: (termKey: string, agreed: boolean) => void;
}

/** Terms that are read out and agreed to. The key ticks the next one, in the order in which they are read. */
export function TermList({ terms, agreed, isDisabled, onAgree }: TermListProps) {
  const { t } = useTexts();
  const isTicked = (term: ScriptTerm): boolean => Object.hasOwn(agreed, term.key) && agreed[term.key] === term.version;
  const next = terms.find((term) => !isTicked(term));
  useShortcut('Ctrl+t', () => next !== undefined && onAgree(next.key, true), next !== undefined && !isDisabled);
  return (
    <fieldset className={styles.terms}>
      <legend>{t('script.terms')}</legend>
      {terms.map((term) => (
        <label key={term.key} className={styles.term}>
          <input type="checkbox" checked={isTicked(term)} disabled={isDisabled} onChange={(event) => onAgree(term.key, event.target.checked)} />
          <span className={styles.text}>
            <strong>{term.title}</strong>
            <span className={styles.version}>{t('script.termVersion', { version: term.version })}</span>
            {term.mandatory === true ? <span className={styles.mandatory}>{t('script.termMandatory')}</span> : null}
            <span className={styles.words}>{term.text}</span>
          </span>
          {term === next ? <Kbd keys="Ctrl+t" /> : null}
        </label>
      ))}
    </fieldset>
  );
}
