import { useState } from 'react';
import { sameValue } from '#shared/domain/script/same-value.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Form.module.css';

type Pairs = Readonly<Record<string, string | null>>;

interface PairListProps {
  readonly label: string;
  readonly value: Pairs;
  /** Undefined where nothing is left. */
  readonly onChange: (value: Pairs | undefined) => void;
}

/** Names with values. A pair whose name is still to be written is not in the script yet; an empty value in a condition asks that it is empty. */
export function PairList({ label, value, onChange }: PairListProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<readonly (readonly [string, string])[]>(() => pairsOf(value));
  // What is shown follows the script where that was changed elsewhere, by an undo for one.
  const shown = sameValue(objectOf(typed), objectOf(pairsOf(value))) ? typed : pairsOf(value);
  const set = (next: readonly (readonly [string, string])[]): void => {
    setTyped(next);
    const object = objectOf(next);
    onChange(Object.keys(object).length === 0 ? undefined : object);
  };
  return (
    <fieldset className={styles.part}>
      <legend>{label}</legend>
      {shown.map(([name, text], index) => (
        <div key={index} className={styles.pair}>
          <Field label={t('scriptEditor.pairName')} value={name} spellCheck={false} onChange={(event) => set(shown.map((pair, other) => (other === index ? [event.target.value, text] : pair)))} />
          <Field label={t('scriptEditor.pairValue')} value={text} onChange={(event) => set(shown.map((pair, other) => (other === index ? [name, event.target.value] : pair)))} />
          <Button size="small" tone="quiet" aria-label={t('scriptEditor.removePart', { part: name })} onPress={() => set(shown.filter((_, other) => other !== index))}>
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onPress={() => setTyped([...shown, ['', '']])}>
        {t('scriptEditor.addPair')}
      </Button>
    </fieldset>
  );
}

function pairsOf(value: Pairs): readonly (readonly [string, string])[] {
  return Object.entries(value).map(([name, text]) => [name, text ?? ''] as const);
}

function objectOf(pairs: readonly (readonly [string, string])[]): Pairs {
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
