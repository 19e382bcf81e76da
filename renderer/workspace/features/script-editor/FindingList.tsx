import { findingText } from '#shared/domain/script/finding-words.ts';
import type { ScriptFinding } from '#shared/domain/script/finding.ts';
import type { Language } from '#shared/domain/entities.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { walkList } from '../../ui/walk-list.ts';
import styles from './Editor.module.css';

interface FindingListProps {
  readonly script: Script;
  readonly findings: readonly ScriptFinding[];
  readonly onGo: (finding: ScriptFinding) => void;
}

/** Nobody mends more than these at once. */
const most = 200;

/** What is wrong, and what could be better; each leads to its place. */
export function FindingList({ script, findings, onGo }: FindingListProps) {
  const { t, language } = useTexts();
  if (findings.length === 0) return <p className={styles.muted}>{t('scriptEditor.nothingFound')}</p>;
  return (
    <ul className={styles.findings} aria-label={t('scriptEditor.findings')} onKeyDown={walkList}>
      {findings.slice(0, most).map((finding, index) => (
        <li key={`${finding.place} ${finding.code} ${index}`} data-line>
          <button type="button" onClick={() => onGo(finding)}>
            <span className={styles.mark} data-level={finding.level}>
              {t(`scriptEditor.level.${finding.level}`)}
            </span>{' '}
            <span>
              <strong>{placeIn(script, finding) ?? t('scriptEditor.whole')}</strong> {findingText(finding, language as Language)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function placeIn(script: Script, { path }: ScriptFinding): string | null {
  const [first, index, list, item] = path;
  const step = first === 'steps' && typeof index === 'number' ? script.steps[index] : undefined;
  if (step === undefined) return null;
  const answer = list === 'answers' && typeof item === 'number' ? step.answers[item]?.label : undefined;
  return [step.title || step.key, ...(answer === undefined || answer === '' ? [] : [answer])].join(' › ');
}
