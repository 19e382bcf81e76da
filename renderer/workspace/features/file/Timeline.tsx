import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { asBalieError } from '#shared/domain/errors.ts';
import { timelineKinds, type TimelineEntry, type TimelineKind } from '#shared/domain/timeline.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TimelineLine } from './TimelineLine.tsx';
import styles from './Timeline.module.css';

interface TimelineProps {
  readonly customerId: string;
  /** The conversation on screen: it is no history yet. */
  readonly currentId: string;
}

/** What can be looked at by itself: a reservation is looked for among the orders. */
const shown = {
  all: timelineKinds,
  call: ['call'],
  message: ['message'],
  order: ['order', 'reservation'],
  note: ['note'],
  consent: ['consent'],
  case: ['case'],
  promise: ['promise'],
  correction: ['correction'],
} as const satisfies Readonly<Record<string, readonly TimelineKind[]>>;
type Filter = keyof typeof shown;
const filters = Object.keys(shown) as Filter[];
const pageSize = 40;

/**
 * All that happened with a customer, on one line of time. F walks through the kinds. Pages come from the
 * store as they are asked for; what is not in sight is not laid out (content-visibility).
 */
export function Timeline({ customerId, currentId }: TimelineProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const [filter, setFilter] = useState<Filter>('all');
  useShortcut('f', () => setFilter((former) => filters[(filters.indexOf(former) + 1) % filters.length] ?? 'all'));
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: storeKeys.timeline(customerId, filter),
    queryFn: ({ pageParam }) => store.call('customer.timeline', { customerId, kinds: [...shown[filter]], before: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const entries = (data?.pages ?? []).flatMap((page) => page.entries).filter((entry) => entry.id !== currentId);
  return (
    <>
      <ToggleButtonGroup
        className={styles.bar ?? ''}
        aria-label={t('timeline.filter')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => setFilter([...keys][0] as Filter)}
      >
        {filters.map((kind) => (
          <ToggleButton key={kind} id={kind} className={styles.filter ?? ''}>
            {t(`timeline.filterKind.${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {data !== undefined && entries.length === 0 ? <p className={styles.meta}>{t('timeline.nothing')}</p> : null}
      <ol className={styles.list} aria-label={t('timeline.label')}>
        {entries.map((entry) => (
          <TimelineLine key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
      {hasNextPage ? (
        <div>
          <Button size="small" isDisabled={isFetching} onPress={() => void fetchNextPage()}>
            {t('timeline.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** One row can have several lines: an order has one for every state. */
function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'correction') return entry.id + entry.correction.field;
  return entry.kind === 'order' ? entry.id + entry.at : entry.id;
}
