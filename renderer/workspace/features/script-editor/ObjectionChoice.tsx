import { useState } from 'react';
import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import { objectionBudgets } from '#shared/domain/script/objection-budget.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Editor.module.css';
import { QueueForm } from './QueueForm.tsx';

interface ObjectionChoiceProps {
  readonly queue: QueueScript;
  readonly isBusy: boolean;
  /** @param budget counter-arguments a call may have; null: as many as its script says. */
  readonly onChoose: (budget: number | null) => void;
  readonly onCancel: () => void;
}

/** Says how many counter-arguments the calls of a queue may have. */
export function ObjectionChoice({ queue: { name, objectionBudget = null }, isBusy, onChoose, onCancel }: ObjectionChoiceProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState(objectionBudget);
  const wordsOf = (budget: number | null): string => {
    if (budget === null) return t('scriptEditor.queues.asScript');
    return budget === 0 ? t('scriptEditor.queues.none') : t('scriptEditor.queues.atMost', { budget });
  };
  return (
    <QueueForm
      label={t('scriptEditor.queues.setObjectionsIn', { queue: name })}
      question={t('scriptEditor.queues.howMany')}
      choices={[null, ...objectionBudgets].map((value) => ({ value, words: wordsOf(value) }))}
      chosen={chosen}
      first={objectionBudget}
      isBusy={isBusy}
      onChange={setChosen}
      onConfirm={() => onChoose(chosen)}
      onCancel={onCancel}
    >
      <p className={styles.muted}>{t('scriptEditor.queues.objectionsEffect', { queue: name })}</p>
    </QueueForm>
  );
}
