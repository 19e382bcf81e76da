import { useInfiniteQuery } from '@tanstack/react-query';
import { asBalieError } from '#shared/domain/errors.ts';
import type { TrailWish } from '#shared/domain/identity/trail.ts';
import { useServices } from '../../app/services.ts';
import { useLate } from '../../app/use-late.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TrailTable } from './TrailTable.tsx';
import { trailPages } from './trail-queries.ts';
import styles from './Trail.module.css';

interface TrailProps {
  readonly wish: TrailWish;
  /** Opens a customer's file; absent where it is open. */
  readonly onCustomer?: (customerId: string) => void;
}

const lateMs = 400;

/** Who was asked what before a file was shown. Central has it, line by line, and nobody changes it; without central what was fetched stays, with its age. */
export function Trail({ wish, onCustomer }: TrailProps) {
  const { t, language } = useTexts();
  const services = useServices();
  const agentId = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.id : ''));
  const { data, error, isFetching, isFetchingNextPage, isPlaceholderData, hasNextPage, fetchNextPage, refetch, dataUpdatedAt } = useInfiniteQuery(trailPages(services, agentId, wish));
  const isLate = useLate(isFetching && !isFetchingNextPage, lateMs);
  const again = (
    <Button size="small" onPress={() => void refetch()}>
      {t('figures.again')}
    </Button>
  );
  const at = dataUpdatedAt === 0 ? '' : dayAndTime(language, new Date(dataUpdatedAt).toISOString());
  const lines = (data?.pages ?? []).flatMap(({ items }) => items);
  return (
    <div className={styles.trail}>
      {error === null ? (
        <p className={styles.muted} role="status">
          {isLate || isPlaceholderData ? t('figures.fetching') : data === undefined ? '' : t('trail.fetched', { at })} {data === undefined || isLate ? null : again}
        </p>
      ) : (
        <Notice tone="warn" live="status" title={data === undefined ? t('trail.needsCentral') : t('trail.kept', { at })} actions={again}>
          {asBalieError(error).code === 'session.unreachable' ? t('trail.offline') : t(`errors.${asBalieError(error).code}`)}
        </Notice>
      )}
      {data === undefined ? null : lines.length === 0 ? <p className={styles.empty}>{t('trail.none')}</p> : <TrailTable lines={lines} isBusy={isPlaceholderData} onCustomer={onCustomer} />}
      {hasNextPage ? (
        <div>
          <Button size="small" isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('trail.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
