import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueFigures as FiguresOfQueue } from '#shared/contract/quality.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { FigureName } from '#shared/domain/quality/figures.ts';
import { useLate } from '../../app/use-late.ts';
import { dayAndTime, timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FigureCards } from './FigureCards.tsx';
import { FigureCourse } from './FigureCourse.tsx';
import { QueueTable } from './QueueTable.tsx';
import type { QueueChoice } from './span.ts';
import { useQueueFigures } from './use-queue-figures.ts';
import styles from './Figures.module.css';

interface QueueFiguresProps {
  readonly choice: QueueChoice;
  readonly name: FigureName;
  readonly onName: (name: FigureName) => void;
}

const lateMs = 400;

/** Every queue that somebody leads against what it agreed upon, and one of them over time. Central has them; without it what was fetched stays, with its age. */
export function QueueFigures({ choice, name, onName }: QueueFiguresProps) {
  const { t, language } = useTexts();
  const [chosen, setChosen] = useState<string | null>();
  const { wish, query } = useQueueFigures(choice);
  const { data, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = useQuery(query);
  const isLate = useLate(isFetching, lateMs);
  if (wish === null) return <p className={styles.empty}>{t('figures.noDays')}</p>;
  const code = error === null ? null : asBalieError(error).code;
  const again = <Button size="small" onPress={() => void refetch()}>{t('figures.again')}</Button>;
  const at = dataUpdatedAt === 0 ? '' : ageText(language, dataUpdatedAt);
  const shown = data?.queues.find(({ queueId }) => queueId === chosen) ?? busiest(data?.queues ?? []);
  return (
    <>
      {code === null ? null : (
        <Notice tone="warn" live="status" title={data === undefined ? t('figures.needsCentral') : t('figures.kept', { at })} actions={again}>
          {code === 'session.unreachable' ? t('figures.offline') : t(`errors.${code}`)}
        </Notice>
      )}
      {code !== null || (data === undefined && !isLate) ? null : (
        <p className={styles.fetched} role="status">
          {isLate || isPlaceholderData ? t('figures.fetching') : t('figures.fetched', { at })} {isLate || isPlaceholderData ? null : again}
        </p>
      )}
      {data === undefined ? null : data.queues.length === 0 ? (
        <p className={styles.empty}>{t('figures.noQueues')}</p>
      ) : (
        <div className={styles.ofQueues} aria-busy={isPlaceholderData}>
          <QueueTable queues={data.queues} chosen={shown?.queueId} onChoose={setChosen} />
          {shown === undefined ? null : (
            <>
              <h2 className={styles.which}>{shown.name ?? t('figures.noQueue')}</h2>
              {shown.figures.conversations === 0 ? (
                <p className={styles.empty}>{t('figures.notYet')}</p>
              ) : (
                <>
                  <FigureCards whose="queues" name={name} figures={shown.figures} targets={shown.targets} onName={onName} />
                  <FigureCourse whose="queues" name={name} bucket={wish.bucket} periods={shown.periods} targets={shown.targets} />
                </>
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}

function busiest(queues: readonly FiguresOfQueue[]): FiguresOfQueue | undefined {
  return queues.toSorted((a, b) => b.figures.conversations - a.figures.conversations)[0];
}

/** When it was: the time of day, and the day where it is another one. */
function ageText(language: string, at: number): string {
  const instant = new Date(at).toISOString();
  return new Date(at).toDateString() === new Date().toDateString() ? timeOfDay(language, instant) : dayAndTime(language, instant);
}
