import { useEffect, useRef, useState } from 'react';
import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import { objectionBudgets } from '#shared/domain/script/objection-budget.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Editor.module.css';

interface ObjectionChoiceProps {
  readonly queue: QueueScript;
  readonly isBusy: boolean;
  /** @param budget counter-arguments a call may have; null: as many as its script says. */
  readonly onChoose: (budget: number | null) => void;
  readonly onCancel: () => void;
}

/** Says how many counter-arguments the calls of a queue may have. There is nothing to type, so nothing to get wrong. */
export function ObjectionChoice({ queue: { name, objectionBudget = null }, isBusy, onChoose, onCancel }: ObjectionChoiceProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState(objectionBudget);
  const form = useRef<HTMLFormElement>(null);
  const inHand = useRef<HTMLInputElement>(null);
  // Whoever asks for it has pressed a button: what holds now is where they go on, with the whole of the question in view.
  useEffect(() => {
    inHand.current?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const wordsOf = (budget: number | null): string => {
    if (budget === null) return t('scriptEditor.queues.asScript');
    return budget === 0 ? t('scriptEditor.queues.none') : t('scriptEditor.queues.atMost', { budget });
  };
  return (
    <form
      ref={form}
      className={styles.choice}
      aria-label={t('scriptEditor.queues.setObjectionsIn', { queue: name })}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(chosen);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <fieldset className={styles.moments}>
        <legend>{t('scriptEditor.queues.howMany')}</legend>
        {[null, ...objectionBudgets].map((budget) => (
          <label key={String(budget)}>
            <input ref={budget === objectionBudget ? inHand : undefined} type="radio" name="budget" checked={chosen === budget} onChange={() => setChosen(budget)} /> {wordsOf(budget)}
          </label>
        ))}
      </fieldset>
      <p className={styles.muted}>{t('scriptEditor.queues.objectionsEffect', { queue: name })}</p>
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" isDisabled={isBusy}>
          {t('scriptEditor.queues.confirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
  );
}
