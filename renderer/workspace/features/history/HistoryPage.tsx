import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { enterList, walkList } from '../../ui/walk-list.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { PastCall } from './PastCall.tsx';
import styles from './HistoryPage.module.css';

const kinds = ['all', 'missed', 'inbound', 'outbound'] as const;
type Kind = (typeof kinds)[number];

const pageSize = 50;

interface HistoryPageProps {
  /** What is searched at first. */
  readonly text?: string | undefined;
  readonly onClose: () => void;
}

/** The operator's own calls, most recent first: what came of them, and calling back. */
export function HistoryPage({ text: first = '', onClose }: HistoryPageProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const [text, setText] = useState(first);
  const [kind, setKind] = useState<Kind>('all');
  const [customerId, setCustomerId] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useDeferredValue(text.trim());
  const calls = useInfiniteQuery({
    queryKey: [...storeKeys.history, 'list', wanted, kind],
    queryFn: ({ pageParam }) => store.call('history.list', { text: wanted, kind, before: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const entries = calls.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={styles.page}>
      <PageHead title={t('calls.title')} onClose={onClose}>
        <SearchBox label={t('calls.search')} placeholder={t('calls.searchHint')} value={text} autoFocus onChange={setText} onDown={() => enterList(list.current)} />
        <Segments label={t('calls.kind')} items={kinds.map((id) => ({ id, label: t(`calls.kinds.${id}`) }))} value={kind} onChange={setKind} />
        <ExportMenu requests={[{ list: 'history', text: wanted, kind }]} />
      </PageHead>
      {calls.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(calls.error).code}`)}</Notice>}
      <div className={styles.columns} data-beside={customerId !== null}>
        <div className={styles.calls}>
          {entries.length === 0 && calls.isSuccess ? <p className={styles.empty}>{wanted === '' ? t(`calls.none.${kind}`) : t('calls.nothingFound', { text: wanted })}</p> : null}
          {entries.length === 0 ? null : (
            <ol ref={list} className={styles.list} aria-label={t('calls.title')} onKeyDown={walkList}>
              {entries.map((entry) => (
                <PastCall key={entry.callId} entry={entry} isOpen={entry.customerId !== null && entry.customerId === customerId} onOpen={setCustomerId} />
              ))}
            </ol>
          )}
          {calls.hasNextPage ? (
            <div className={styles.more}>
              <Button isDisabled={calls.isFetchingNextPage} onPress={() => void calls.fetchNextPage()}>
                {t('calls.more')}
              </Button>
            </div>
          ) : null}
        </div>
        {customerId === null ? null : <CustomerCard key={customerId} customerId={customerId} onClose={() => setCustomerId(null)} />}
      </div>
    </div>
  );
}
