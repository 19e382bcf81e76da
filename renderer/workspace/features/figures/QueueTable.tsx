import type { QueueFigures } from '#shared/contract/quality.ts';
import { standingOf, type FigureName } from '#shared/domain/quality/figures.ts';
import { wholeNumber } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Mark } from '../../ui/Mark.tsx';
import { walkList } from '../../ui/walk-list.ts';
import { figureText } from './figure-text.ts';
import styles from './Figures.module.css';

interface QueueTableProps {
  readonly queues: readonly QueueFigures[];
  readonly chosen: string | null | undefined;
  readonly onChoose: (queueId: string | null) => void;
}

/** What queues agree upon. */
const compared: readonly FigureName[] = ['pickUp', 'duration', 'wrapUp', 'adherence', 'firstContact'];
const marks = { kept: { sign: '✓', tone: 'good' }, 'not-kept': { sign: '○', tone: 'bad' } } as const;

/** Queues under each other, each against its own agreement. The one that is chosen is shown below in full. */
export function QueueTable({ queues, chosen, onChoose }: QueueTableProps) {
  const { t, language } = useTexts();
  return (
    <div className={styles.queues}>
      <table aria-label={t('figures.queuesTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('figures.queue')}</th>
            <th scope="col">{t('figures.conversations')}</th>
            {compared.map((name) => (
              <th key={name} scope="col">
                {t(`figures.name.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walkList}>
          {queues.map(({ queueId, name: queue, figures, targets }) => (
            <tr key={queueId} data-line data-chosen={queueId === chosen} onClick={() => onChoose(queueId)}>
              <th scope="row">
                <button type="button" aria-pressed={queueId === chosen} tabIndex={queueId === chosen ? 0 : -1} onFocus={() => onChoose(queueId)}>
                  {queue ?? t('figures.noQueue')}
                </button>
              </th>
              <td>{wholeNumber(language, figures.conversations)}</td>
              {compared.map((name) => {
                const standing = standingOf(name, figures[name], targets);
                return (
                  <td key={name}>
                    {figureText(t, language, name, figures[name].value)}
                    {standing === null ? null : (
                      <>
                        <Mark {...marks[standing]} />
                        <span className="visually-hidden">{t(`figures.standing.${standing}`)}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
