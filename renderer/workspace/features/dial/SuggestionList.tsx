import { useTexts } from '../../i18n/use-texts.ts';
import { LineStateMark } from '../directory/LineStateMark.tsx';
import { useWatched } from '../directory/use-line-state.ts';
import type { Suggestion } from './suggestion.ts';
import styles from './SuggestionList.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Suggestion[];
  readonly active: Suggestion | null;
  readonly optionId: (item: Suggestion) => string;
  readonly onPoint: (item: Suggestion) => void;
  readonly onChoose?: (item: Suggestion) => void;
}

/** People to call, each with why they are there and what their telephone does. The field above has the keys. */
export function SuggestionList({ id, label, items, active, optionId, onPoint, onChoose }: SuggestionListProps) {
  const { t } = useTexts();
  useWatched(items.filter((item) => item.kind === 'colleague').map((item) => item.target));
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      className={styles.list}
      // The cursor stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item) => (
        <li
          key={item.id}
          id={optionId(item)}
          role="option"
          aria-selected={item.id === active?.id}
          className={styles.option}
          onClick={() => {
            onPoint(item);
            onChoose?.(item);
          }}
        >
          <span className={styles.name}>
            <bdi>{item.kind === 'typed' ? t('suggestion.typed', { number: item.name }) : item.name}</bdi>
            {item.kind === 'colleague' ? <span className={styles.number}>{item.target}</span> : null}
          </span>
          {item.kind === 'colleague' ? <LineStateMark number={item.target} /> : <span className={styles.why}>{t(`suggestion.${item.kind}Why`)}</span>}
          {item.detail === '' ? null : <span className={styles.detail}>{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
