import { useQuery } from '@tanstack/react-query';
import { asBalieError } from '#shared/domain/errors.ts';
import type { FigureName } from '#shared/domain/quality/figures.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { FigureCards } from './FigureCards.tsx';
import { FigureCourse } from './FigureCourse.tsx';
import { ownFigures } from './figures-queries.ts';
import { ownSpans, ownWish, type OwnChoice, type OwnSpan } from './span.ts';
import styles from './Figures.module.css';

const spanNames = Object.keys(ownSpans) as OwnSpan[];
const allQueues = 'all';

interface OwnToolsProps {
  readonly choice: OwnChoice;
  readonly onChoose: (choice: OwnChoice) => void;
}

/** Of which queue, and over how long. */
export function OwnTools({ choice, onChoose }: OwnToolsProps) {
  const { t } = useTexts();
  const { data } = useQuery(ownFigures(useServices(), ownWish(choice)));
  return (
    <>
      {data === undefined || data.queues.length === 0 ? null : (
        <Picker
          label={t('figures.queue')}
          placeholder={t('figures.queue')}
          items={[...data.queues.map(({ id, name, conversations }) => ({ id, label: t('figures.queueWith', { queue: name, count: conversations }) })), { id: allQueues, label: t('figures.allQueues') }]}
          value={data.queueId ?? allQueues}
          onChange={(id) => onChoose({ ...choice, queue: id === allQueues ? null : id })}
        />
      )}
      <Segments label={t('figures.span')} items={spanNames.map((id) => ({ id, label: t(`figures.spans.${id}`) }))} value={choice.span} onChange={(span) => onChoose({ ...choice, span })} />
      <ExportMenu requests={[{ list: 'figures', ...ownWish({ ...choice, queue: data === undefined ? choice.queue : data.queueId }) }]} />
    </>
  );
}

interface OwnFiguresProps {
  readonly choice: OwnChoice;
  readonly name: FigureName;
  readonly onName: (name: FigureName) => void;
}

/** The operator's own figures against what each queue agreed upon, today and over time. */
export function OwnFigures({ choice, name, onName }: OwnFiguresProps) {
  const { t } = useTexts();
  const wish = ownWish(choice);
  const { data, error } = useQuery(ownFigures(useServices(), wish));
  return (
    <>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {data === undefined ? null : data.whole.conversations === 0 ? (
        <p className={styles.empty}>{t('figures.none')}</p>
      ) : (
        <>
          <p className={styles.summary} aria-live="polite">
            {t('figures.summary', { count: data.whole.conversations, today: data.today.conversations })}
            {data.queueId === null ? ` ${t('figures.several')}` : ''} <span className={styles.private}>{t('figures.private')}</span>
          </p>
          <FigureCards whose="own" name={name} figures={data.whole} today={data.today} targets={data.targets} onName={onName} />
          <FigureCourse whose="own" name={name} bucket={wish.bucket} periods={data.periods} targets={data.targets} />
        </>
      )}
    </>
  );
}
