import type { ReadinessResult } from '#shared/domain/readiness.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { decimal, percentage, wholeNumber } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { HeardLevel } from './HeardLevel.tsx';
import styles from './Readiness.module.css';

interface ReadinessRowProps {
  readonly result: ReadinessResult;
  readonly onAnswer: (heard: boolean) => void;
}

/** One check: its state in a word, what was measured, and what to do when it is not well. */
export function ReadinessRow({ result, onAnswer }: ReadinessRowProps) {
  const { t, language } = useTexts();
  const { check, state, advice, value, unit } = result;
  const measured = value === null || unit === null ? null : unit === 'level' ? percentage(language, value) : t(`readiness.unit.${unit}`, { value: unit === 'ms' ? wholeNumber(language, value) : decimal(language, value) });
  return (
    <li className={styles.row} data-state={state} aria-current={state === 'running' || state === 'asking' ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden="true" />
      <div className={styles.what}>
        <strong>{t(`readiness.check.${check}`)}</strong>
        {advice !== null ? <p>{t(`readiness.advice.${advice}`)}</p> : state === 'running' ? <p>{t(`readiness.doing.${check}`)}</p> : null}
        {check === 'microphone' && state === 'running' ? <HeardLevel /> : null}
        {state === 'asking' ? <Question onAnswer={onAnswer} /> : null}
      </div>
      <span className={styles.measured}>{measured}</span>
      <span className={styles.state}>{t(`readiness.state.${state}`)}</span>
    </li>
  );
}

function Question({ onAnswer }: Pick<ReadinessRowProps, 'onAnswer'>) {
  const { t } = useTexts();
  const yes = t('readiness.yesKey');
  const no = t('readiness.noKey');
  useShortcut(yes, () => onAnswer(true));
  useShortcut(no, () => onAnswer(false));
  return (
    <div className={styles.question} role="group" aria-label={t('readiness.heard')}>
      <span>{t('readiness.heard')}</span>
      <Button keys={yes} onPress={() => onAnswer(true)}>
        {t('readiness.yes')}
      </Button>
      <Button keys={no} onPress={() => onAnswer(false)}>
        {t('readiness.no')}
      </Button>
    </div>
  );
}
