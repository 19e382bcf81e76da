import { useTexts } from '../../i18n/use-texts.ts';
import { useLineState } from './use-line-state.ts';
import styles from './LineStateMark.module.css';

/** A colleague's telephone: the word carries it, the dot repeats it in shape and colour. */
export function LineStateMark({ number }: { readonly number: string }) {
  const { t } = useTexts();
  const state = useLineState(number);
  return (
    <span className={styles.mark} data-state={state}>
      <i className={styles.dot} aria-hidden="true" />
      {t(`lineState.${state}`)}
    </span>
  );
}
