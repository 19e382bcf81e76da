import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NewsItem } from '#shared/domain/knowledge/shift-news.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { dayAndTime, euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useKnowledgePanel } from './KnowledgeContext.ts';
import styles from './ShiftNews.module.css';

/** So many are shown at once; read, others follow. */
const shown = 8;

/** Between two calls: what is not as the operator left it. Quiet: nothing of it waits for an answer. */
export function ShiftNews() {
  const { t, language } = useTexts();
  const { store, queries } = useServices();
  const { open } = useKnowledgePanel();
  const report = useReport();
  const since = useSnapshot(({ agent }) => agent.since);
  const { data } = useQuery({ queryKey: storeKeys.shiftNews, queryFn: () => store.call('shift.news', undefined) });
  // Who changes their state is at work: after a night that begins a shift.
  useEffect(() => {
    void store.call('shift.work', undefined).then(
      () => queries.invalidateQueries({ queryKey: storeKeys.shiftNews }),
      // News can wait for the store.
      () => undefined,
    );
  }, [store, queries, since]);
  if (data === undefined || data.since === null || data.items.length === 0) return null;

  function seen(items: readonly NewsItem[], all: boolean): void {
    const articles = items.flatMap((item) => (item.kind === 'article' ? [{ id: item.id, edition: item.edition }] : []));
    void report(async () => {
      await store.call('shift.seen', { articles: articles.slice(0, 100), all });
      await queries.invalidateQueries({ queryKey: storeKeys.shiftNews });
    });
  }

  return (
    <section className={styles.card} aria-labelledby="shift-news">
      <div className={styles.head}>
        <h2 id="shift-news" className={styles.heading}>
          {t('news.title')}
        </h2>
        <span className={styles.muted}>{t('news.since', { moment: dayAndTime(language, data.since) })}</span>
      </div>
      <ul className={styles.list}>
        {data.items.slice(0, shown).map((item) => (
          <li key={`${item.kind} ${'id' in item ? item.id : item.productId}`} className={styles.item}>
            <NewsText item={item} />
            {item.kind === 'article' ? (
              <span className={styles.buttons}>
                <Button
                  size="small"
                  aria-label={t('news.readThis', { title: item.title })}
                  onPress={() => {
                    open(item.id);
                    seen([item], false);
                  }}
                >
                  {t('news.read')}
                </Button>
                <Button size="small" tone="quiet" aria-label={t('news.knowThis', { title: item.title })} onPress={() => seen([item], false)}>
                  {t('news.know')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <span className={styles.muted}>{data.items.length > shown ? t('news.more', { count: data.items.length - shown }) : ''}</span>
        <Button size="small" onPress={() => seen(data.items, true)}>
          {t('news.all')}
        </Button>
      </div>
    </section>
  );
}

function NewsText({ item }: { readonly item: NewsItem }) {
  const { t, language } = useTexts();
  const [what, told] = ((): [string, string] => {
    switch (item.kind) {
      case 'article':
        return [item.title, item.summary === '' ? t('news.changed') : item.summary];
      case 'price':
        return [localised(item.name, language), t('news.price', { now: euro(language, item.cents), former: euro(language, item.formerCents) })];
      case 'stock':
        return [localised(item.name, language), item.isAvailable ? t('news.available') : t('news.gone')];
      case 'script':
        return [item.title, t('news.script', { version: item.version })];
      case 'terms':
        return [localised(item.title, language), t('news.terms', { edition: item.edition })];
    }
  })();
  return (
    <span className={styles.text}>
      <span className={styles.kind}>{t(`news.kind.${item.kind}`)}</span>
      <strong>{what}</strong> {told}
    </span>
  );
}
