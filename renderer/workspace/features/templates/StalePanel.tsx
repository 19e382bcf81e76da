import { useState } from 'react';
import type { LetterEdition } from '#shared/contract/letters.ts';
import { letterChanges, mergeLetters, partName, type LetterConflict, type LetterContent, type PartValue } from '#shared/domain/letter-parts.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PartTitle, TemplateDifference, usePartText } from './TemplateDifference.tsx';
import { contentOf } from './written-template.ts';
import desk from './Desk.module.css';
import styles from './Difference.module.css';

interface StalePanelProps {
  readonly base: LetterContent;
  readonly mine: LetterContent;
  readonly theirs: LetterEdition;
  /** @param isSaved at once; else it is read again first. */
  readonly onMerged: (merged: LetterContent, isSaved: boolean) => void;
}

/** Somebody saved first: what they changed, and whose it becomes where both changed the same part. Everything else is together already. */
export function StalePanel({ base, mine, theirs, onMerged }: StalePanelProps) {
  const { t, language } = useTexts();
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const { merged, conflicts } = mergeLetters(base, mine, contentOf(theirs), choices);
  const isDecided = conflicts.every(({ part }) => choices[partName(part)] !== undefined);
  const asked = new Set(conflicts.map(({ part }) => partName(part)));
  const taken = letterChanges(base, contentOf(theirs)).filter(({ part }) => !asked.has(partName(part)));
  const author = theirs.author.name ?? t('templates.outside');
  return (
    <section className={desk.stale} aria-label={t('templates.staleTitle')}>
      <Notice tone="warn" live="status" title={t('templates.staleTitle')}>
        {t('templates.staleText', { author, number: theirs.edition, when: dayAndTime(language, theirs.author.at) })}
        {theirs.comment === '' ? null : <p>“{theirs.comment}”</p>}
      </Notice>
      {conflicts.map((conflict) => (
        <Conflict key={partName(conflict.part)} conflict={conflict} author={author} choice={choices[partName(conflict.part)] ?? null} onChoose={(choice) => setChoices({ ...choices, [partName(conflict.part)]: choice })} />
      ))}
      {taken.length === 0 ? null : (
        <section className={styles.taken}>
          <h2 className={desk.heading}>{t('templates.theirChanges', { author })}</h2>
          <TemplateDifference changes={taken} />
        </section>
      )}
      <div className={desk.buttons}>
        <Button tone="primary" isDisabled={!isDecided} onPress={() => onMerged(merged, true)}>
          {t('templates.mergeAndSave')}
        </Button>
        <Button isDisabled={!isDecided} onPress={() => onMerged(merged, false)}>
          {t('templates.mergeAndRead')}
        </Button>
      </div>
    </section>
  );
}

interface ConflictProps {
  readonly conflict: LetterConflict;
  readonly author: string;
  readonly choice: 'mine' | 'theirs' | null;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

function Conflict({ conflict, author, choice, onChoose }: ConflictProps) {
  const { t } = useTexts();
  const name = partName(conflict.part);
  return (
    <fieldset className={styles.conflict}>
      <legend>
        <PartTitle part={conflict.part} />
      </legend>
      <div>
        <span className={desk.muted}>{t('templates.wasBefore')}</span>
        <Side value={conflict.base} />
      </div>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} data-chosen={choice === side}>
          <span>
            <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} /> {side === 'mine' ? t('templates.mine') : t('templates.theirs', { author })}
          </span>
          <Side value={conflict[side]} />
        </label>
      ))}
    </fieldset>
  );
}

function Side({ value }: { readonly value: PartValue }) {
  const { t } = useTexts();
  const text = usePartText(value);
  return <p className={desk.text}>{value === null ? t('templates.notThere') : text}</p>;
}
