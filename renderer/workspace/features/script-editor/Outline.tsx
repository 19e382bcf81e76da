import type { ScriptFinding } from '#shared/domain/script/finding.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { walkList } from '../../ui/walk-list.ts';
import styles from './Editor.module.css';

/** Steps with something wrong in them: how bad the worst is. */
export type Marks = ReadonlyMap<number, ScriptFinding['level']>;

/** @returns which steps have findings. */
export function marksOf(findings: readonly ScriptFinding[]): Marks {
  const marks = new Map<number, ScriptFinding['level']>();
  for (const { path, level } of findings) {
    const [first, index] = path;
    if (first === 'steps' && typeof index === 'number' && marks.get(index) !== 'fault') marks.set(index, level);
  }
  return marks;
}

interface OutlineProps {
  readonly script: Script;
  readonly marks: Marks;
  /** Null: the script itself. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** The steps as a list, for whoever writes with the keyboard, and for readers of the screen: the picture beside it says the same. */
export function Outline({ script, marks, chosen, onChoose }: OutlineProps) {
  const { t } = useTexts();
  return (
    <nav className={styles.outline} aria-label={t('scriptEditor.outline')}>
      <ul onKeyDown={walkList}>
        <li data-line>
          <button type="button" aria-current={chosen === null} onClick={() => onChoose(null)}>
            <strong>{t('scriptEditor.whole')}</strong>
          </button>
        </li>
        {script.steps.map((step, index) => {
          const mark = marks.get(index);
          return (
            <li key={`${index} ${step.key}`} data-line className={styles.line}>
              <button type="button" aria-current={chosen === step.key} onClick={() => onChoose(step.key)}>
                <span className={styles.lineTitle}>{step.title || step.key}</span>
                {step.key === script.start ? <span className={styles.tag}>{t('scriptEditor.start')}</span> : null}
                {mark === undefined ? null : (
                  <span className={styles.mark} data-level={mark}>
                    {t(`scriptEditor.level.${mark}`)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
