import { useMemo, useState } from 'react';
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
  // Where an answer leads is a key; people know the step by its title.
  const titles = useMemo(() => new Map([...base.steps, ...theirs.steps, ...mine.steps].map(({ key, title }) => [key, title])), [base, mine, theirs]);
  const isDecided = conflicts.every((conflict) => choices[choiceKey(conflict)] !== undefined);
  return (
    <section className={styles.merge} aria-label={t('scriptEditor.mergeTitle')}>
      <Notice tone="warn" live="status" title={t('scriptEditor.mergeTitle')}>
        {t('scriptEditor.mergeText', { author, count: conflicts.length })}
      </Notice>
      {conflicts.map((conflict) => (
        <Conflict key={choiceKey(conflict)} conflict={conflict} titles={titles} author={author} choice={choices[choiceKey(conflict)] ?? null} onChoose={(choice) => setChoices({ ...choices, [choiceKey(conflict)]: choice })} />
      ))}
      <Button tone="primary" isDisabled={!isDecided} onPress={() => onMerged(merged)}>
        {t('scriptEditor.bringTogether')}
      </Button>
    </section>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly titles: ReadonlyMap<string, string>;
  readonly author: string;
  readonly choice: MergeChoice | null;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Conflict({ conflict, titles, author, choice, onChoose }: ConflictProps) {
  const { t } = useTexts();
  const { labelOf } = useFormTexts();
  const name = choiceKey(conflict);
  return (
    <fieldset className={styles.conflict}>
      <legend>{conflict.kind === 'step' ? titleOf(conflict) : labelOf(conflict.key)}</legend>
      <div>
        <span className={styles.muted}>{t('scriptEditor.wasBefore')}</span>
        <Side value={conflict.base} titles={titles} />
      </div>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} data-chosen={choice === side}>
          <span>
            <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} /> {side === 'mine' ? t('scriptEditor.mine') : t('scriptEditor.theirs', { author })}
          </span>
          <Side value={conflict[side]} titles={titles} />
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
function Side({ value, titles }: { readonly value: MergeConflict['mine']; readonly titles: ReadonlyMap<string, string> }) {
  const { t } = useTexts();
  const { valueOf } = useFormTexts();
  if (value === null || value === undefined) return <p>{t('scriptEditor.notThere')}</p>;
  if (typeof value !== 'object') return <p>{titles.get(String(value)) ?? valueOf(String(value))}</p>;
  if (!('answers' in value)) {
    return (
      <ul>
        {value.map((part, index) => (
          <li key={index}>{partWords(part, valueOf)}</li>
        ))}
      </ul>
    );
  }
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
            {answer.label} → {answer.to === null ? t('scriptEditor.ends') : (titles.get(answer.to) ?? answer.to)}
          </li>
        ))}
      </ul>
      {value.fields === undefined ? null : <p>{value.fields.map(({ label }) => label).join(', ')}</p>}
    </>
  );
}

/** A purpose by its name, with its outcomes; for whom there are words, by language and form of address. */
function partWords(part: NonNullable<Script['purposes'] | Script['audiences']>[number], valueOf: (value: string) => string): string {
  return 'label' in part ? [part.label, ...(part.outcomes ?? [])].join(' · ') : [part.language, part.register].map(valueOf).join(' · ');
}
