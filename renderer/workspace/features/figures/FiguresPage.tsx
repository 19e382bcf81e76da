import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RadioGroup } from 'react-aria-components';
import { asBalieError } from '#shared/domain/errors.ts';
import { figureNames, type FigureName } from '#shared/domain/quality/figures.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { FigureCard } from './FigureCard.tsx';
import { FigureCourse } from './FigureCourse.tsx';
import styles from './Figures.module.css';

const spans = { week: { days: 7, bucket: 'day' }, month: { days: 28, bucket: 'day' }, quarter: { days: 91, bucket: 'week' } } as const;
type Span = keyof typeof spans;
const spanNames = Object.keys(spans) as Span[];
const allQueues = 'all';

/** The operator's own figures against what each queue agreed upon, today and over time. */
export function FiguresPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { store } = useServices();
  const [span, setSpan] = useState<Span>('month');
  const [queue, setQueue] = useState<string | null>('busiest');
  const [name, setName] = useState<FigureName>('pickUp');
  const { days, bucket } = spans[span];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data, error } = useQuery({
    queryKey: [...storeKeys.history, 'figures', queue, days, bucket, timeZone],
    queryFn: () => store.call('quality.figures', { queue, days, bucket, timeZone }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return (
    <div className={styles.page}>
      <PageHead title={t('figures.title')} onClose={onClose}>
        {data === undefined || data.queues.length === 0 ? null : (
          <Picker
            label={t('figures.queue')}
            placeholder={t('figures.queue')}
            items={[...data.queues.map(({ id, name: label, conversations }) => ({ id, label: t('figures.queueWith', { queue: label, count: conversations }) })), { id: allQueues, label: t('figures.allQueues') }]}
            value={data.queueId ?? allQueues}
            onChange={(id) => setQueue(id === allQueues ? null : id)}
          />
        )}
        <Segments label={t('figures.span')} items={spanNames.map((id) => ({ id, label: t(`figures.spans.${id}`) }))} value={span} onChange={setSpan} />
      </PageHead>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {data === undefined ? null : data.whole.conversations === 0 ? (
        <p className={styles.empty}>{t('figures.none')}</p>
      ) : (
        <>
          <p className={styles.summary} aria-live="polite">
            {t('figures.summary', { count: data.whole.conversations, today: data.today.conversations })}
            {data.queueId === null ? ` ${t('figures.several')}` : ''} <span className={styles.private}>{t('figures.private')}</span>
          </p>
          <RadioGroup className={styles.cards ?? ''} aria-label={t('figures.choose')} orientation="horizontal" value={name} onChange={(chosen) => setName(chosen as FigureName)}>
            {figureNames.map((one) => (
              <FigureCard key={one} name={one} whole={data.whole[one]} today={data.today[one]} targets={data.targets} />
            ))}
          </RadioGroup>
          <FigureCourse name={name} bucket={bucket} figures={data} />
        </>
      )}
    </div>
  );
}
