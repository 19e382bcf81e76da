import { useTexts } from '../../i18n/use-texts.ts';
import { HitRow } from '../../ui/HitRow.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { FindHit, FindSection } from './find-hit.ts';
import { Matched } from './Matched.tsx';
import styles from './FindPalette.module.css';

interface FindListProps {
  readonly id: string;
  readonly sections: readonly FindSection[];
  /** The text that the sections answer. */
  readonly typed: string;
  readonly active: FindHit | null;
  readonly optionId: (hit: FindHit) => string;
  readonly onPoint: (hit: FindHit) => void;
  readonly onTake: (hit: FindHit, wantsLink: boolean) => void;
}

/** What was found, in sections. The field above has the keys. */
export function FindList({ id, sections, typed, active, optionId, onPoint, onTake }: FindListProps) {
  const { t } = useTexts();
  return (
    <div id={id} role="listbox" aria-label={t('find.results')} className={styles.list} onMouseDown={(event) => event.preventDefault()}>
      {sections.map(({ kind, hits }) => (
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className={styles.section}>
          <div id={`${id}-${kind}`} role="presentation" className={styles.kind}>
            {typed === '' && kind === 'customer' ? t('find.recent') : t(`find.kind.${kind}`)}
          </div>
          {hits.map((hit) => (
            <HitRow
              key={hit.id}
              id={optionId(hit)}
              isActive={hit.id === active?.id}
              title={
                <bdi>
                  <Matched text={hit.title} typed={typed} />
                </bdi>
              }
              aside={hit.keys === undefined ? <Matched text={hit.aside ?? ''} typed={typed} /> : <Kbd keys={hit.keys} />}
              detail={hit.detail === '' ? undefined : <Matched text={hit.detail} typed={typed} />}
              onClick={(event) => {
                onPoint(hit);
                onTake(hit, event.ctrlKey || event.metaKey);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
