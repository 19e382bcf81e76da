import { useMemo } from 'react';
import { differenceOf, type ScriptChange } from '#shared/domain/script/difference.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useConditionWords } from './use-condition-words.ts';
import { useFormTexts } from './use-form-texts.ts';
import styles from './Editor.module.css';

/** What differs, step by step, in words: what was said is struck out, what is said now stands below it. */
export function Difference({ before, after }: { readonly before: Script; readonly after: Script }) {
  const { t } = useTexts();
  const groups = useMemo(() => grouped(differenceOf(before, after)), [before, after]);
  // Where an answer leads is a key; people know the step by its title.
  const sentenceOf = useConditionWords(after, before);
  const titles = useMemo(() => new Map([...before.steps, ...after.steps].map(({ key, title }) => [key, title])), [before, after]);
  if (groups.length === 0) return <p className={styles.muted}>{t('scriptEditor.same')}</p>;
  return (
    <div className={styles.difference} role="group" aria-label={t('scriptEditor.difference')}>
      {groups.map(([name, changes]) => (
        <section key={name}>
          <h2 className={styles.heading}>{name === '' ? t('scriptEditor.whole') : name}</h2>
          <ul>
            {changes.map((change, index) => (
              <ChangeLine key={index} change={change} titles={titles} sentenceOf={sentenceOf} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChangeLineProps {
  readonly change: ScriptChange;
  readonly titles: ReadonlyMap<string, string>;
  readonly sentenceOf: ReturnType<typeof useConditionWords>;
}

function ChangeLine({ change: { kind, place, before, after, condition }, titles, sentenceOf }: ChangeLineProps) {
  const { t } = useTexts();
  const { labelOf, valueOf } = useFormTexts();
  const said = (value: string): string => (['to', 'start'].includes(place.at(-1) ?? '') ? titles.get(value) : undefined) ?? valueOf(value);
  const where = place.map((part) => (labelOf(part) === part ? part.split(' · ').map(valueOf).join(' · ') : labelOf(part))).join(' › ');
  return (
    <li>
      <span className={styles.muted}>
        {where === '' ? t(`scriptEditor.change.step-${kind}`) : t(`scriptEditor.change.${kind}`, { what: where })}
      </span>
      {before === null ? null : <del>{condition?.before === undefined ? said(before) : sentenceOf(condition.before)}</del>}
      {after === null ? null : <ins>{condition?.after === undefined ? said(after) : sentenceOf(condition.after)}</ins>}
    </li>
  );
}

function grouped(changes: readonly ScriptChange[]): readonly (readonly [string, readonly ScriptChange[]])[] {
  const groups = new Map<string, { readonly name: string; readonly changes: ScriptChange[] }>();
  for (const change of changes) {
    const key = change.step?.key ?? '';
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { name: change.step?.title ?? '', changes: [change] });
    else known.changes.push(change);
  }
  return [...groups.values()].map((group) => [group.name, group.changes] as const);
}
