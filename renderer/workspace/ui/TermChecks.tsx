import { Kbd } from './Kbd.tsx';
import styles from './TermChecks.module.css';

export interface TermCheck {
  readonly key: string;
  readonly title: string;
  /** Which edition of it. */
  readonly edition: string;
  /** Without it one cannot go on. */
  readonly mandatory?: string;
  /** What is read out. */
  readonly words: string;
  /** The language of `words`, where it may be another than the screen's. */
  readonly language?: string;
  readonly isTicked: boolean;
  /** Its key: of the one that is next. */
  readonly keys?: string;
}

interface TermChecksProps {
  readonly legend: string;
  readonly terms: readonly TermCheck[];
  readonly isDisabled?: boolean;
  readonly onTick: (key: string, ticked: boolean) => void;
}

/** Terms that are read out to a customer, each ticked when it was. */
export function TermChecks({ legend, terms, isDisabled = false, onTick }: TermChecksProps) {
  return (
    <fieldset className={styles.terms}>
      <legend>{legend}</legend>
      {terms.map(({ key, title, edition, mandatory, words, language, isTicked, keys }) => (
        <label key={key} className={styles.term}>
          <input type="checkbox" checked={isTicked} disabled={isDisabled} onChange={(event) => onTick(key, event.target.checked)} />
          <span className={styles.text}>
            <strong>{title}</strong>
            <span className={styles.edition}>{edition}</span>
            {mandatory === undefined ? null : <span className={styles.mandatory}>{mandatory}</span>}
            <span className={styles.words} lang={language}>
              {words}
            </span>
          </span>
          {keys === undefined ? null : <Kbd keys={keys} />}
        </label>
      ))}
    </fieldset>
  );
}
