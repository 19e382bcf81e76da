import { useState } from 'react';
import { choiceKey, mergeScripts, type MergeChoice, type MergeConflict } from '#shared/domain/script/merge.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFormTexts } from './use-form-texts.ts';
import styles from './Editor.module.css';

interface MergePanelProps {
  readonly base: Script;
  readonly mine: Script;
  readonly theirs: Script;
  readonly author: string;
  readonly onMerged: (merged: Script) => void;
}

/** Two changed the same step: each side beside what it was, and whose it becomes is chosen part by part. Everything else is together already. */
export function MergePanel({ base, mine, theirs, author, onMerged }: MergePanelProps) {
  const { t } = useTexts();
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({});
  const { merged, conflicts } = mergeScripts(base, mine, theirs, choices);
  const isDecided = conflicts.every((conflict) => choices[choiceKey(conflict)] !== undefined);
  return (
    <section className={styles.merge} aria-label={t('scriptEditor.mergeTitle')}>
      <Notice tone="warn" live="status" title={t('scriptEditor.mergeTitle')}>
        {t('scriptEditor.mergeText', { author, count: conflicts.length })}
      </Notice>
      {conflicts.map((conflict) => (
        <Conflict key={choiceKey(conflict)} conflict={conflict} author={author} choice={choices[choiceKey(conflict)] ?? null} onChoose={(choice) => setChoices({ ...choices, [choiceKey(conflict)]: choice })} />
      ))}
      <Button tone="primary" isDisabled={!isDecided} onPress={() => onMerged(merged)}>
        {t('scriptEditor.bringTogether')}
      </Button>
    </section>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly author: string;
  readonly choice: MergeChoice | null;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Conflict({ conflict, author, choice, onChoose }: ConflictProps) {
  const { t } = useTexts();
  const { labelOf } = useFormTexts();
  const name = choiceKey(conflict);
  return (
    <fieldset className={styles.conflict}>
      <legend>{conflict.kind === 'step' ? titleOf(conflict) : labelOf(conflict.key)}</legend>
      <div>
        <span className={styles.muted}>{t('scriptEditor.wasBefore')}</span>
        <Side value={conflict.base} />
      </div>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} data-chosen={choice === side}>
          <span>
            <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} /> {side === 'mine' ? t('scriptEditor.mine') : t('scriptEditor.theirs', { author })}
          </span>
          <Side value={conflict[side]} />
        </label>
      ))}
    </fieldset>
  );
}

function titleOf({ base, mine, theirs, key }: MergeConflict): string {
  for (const side of [mine, base, theirs]) if (typeof side === 'object' && side !== null && 'title' in side) return side.title;
  return key;
}

/** One side in lines of words. */
function Side({ value }: { readonly value: MergeConflict['mine'] }) {
  const { t } = useTexts();
  if (value === null) return <p>{t('scriptEditor.notThere')}</p>;
  if (typeof value !== 'object' || !('answers' in value)) return <p>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</p>;
  return (
    <>
      <p>
        <strong>{value.title}</strong> “{value.say}”
      </p>
      {(value.variants ?? []).map((variant, index) => (
        <p key={index}>“{variant.say}”</p>
      ))}
      <ul>
        {value.answers.map((answer) => (
          <li key={answer.key}>
            {answer.label} → {answer.to ?? t('scriptEditor.ends')}
          </li>
        ))}
      </ul>
      {value.fields === undefined ? null : <p>{value.fields.map(({ label }) => label).join(', ')}</p>}
    </>
  );
}
