import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import { letterCoverage, type LetterContent } from '#shared/domain/letter-parts.ts';
import type { Language } from '#shared/domain/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Shelf.module.css';

interface CoverageProps {
  readonly content: Pick<LetterContent, 'variants' | 'queueIds'>;
  readonly queues: readonly QueueScript[];
}

/** In which languages and forms of address a template is there; one that its queues speak and that is missing is marked. */
export function Coverage({ content, queues }: CoverageProps) {
  const { t } = useTexts();
  return (
    <span className={styles.coverage}>
      {letterCoverage(content, spokenBy(content, queues)).map(({ language, registers, state }) => (
        <span key={language} className={styles.chip} data-state={state}>
          <abbr title={t(`language.${language}`)}>{language.toUpperCase()}</abbr>{' '}
          {state === 'there' ? registers.map((register) => t(`templates.short.${register}`)).join(' · ') : state === 'wanted' ? t('templates.missing') : <span aria-label={t('templates.absent')}>–</span>}
        </span>
      ))}
    </span>
  );
}

/** @returns the languages of a template's queues. */
export function spokenBy({ queueIds }: Pick<LetterContent, 'queueIds'>, queues: readonly QueueScript[]): Language[] {
  return queues.filter(({ queueId }) => queueIds.length === 0 || queueIds.includes(queueId)).map(({ language }) => language);
}
