import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { byPressure } from '#shared/domain/due.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { isPressing } from '../casework/work-filter.ts';
import { CustomerCard } from '../history/CustomerCard.tsx';
import { DueChip } from './DueChip.tsx';
import styles from './File.module.css';
import due from './DueList.module.css';

const minuteMs = 60_000;
const shown = 12;

/** Between two calls: what was promised, the nearest deadline first, with a word of warning in time. */
export function DueList() {
  const { t } = useTexts();
  const { store } = useServices();
  const now = useNow(minuteMs);
  const [open, setOpen] = useState<string | null>(null);
  const { data } = useQuery({ queryKey: storeKeys.work, queryFn: () => store.call('work.due', { limit: 50 }) });
  if (data === undefined || data.length === 0) return null;
  const pressing = data.filter((work) => isPressing(work, now)).length;
  return (
    <section className={due.card} aria-labelledby="due-title">
      <div className={styles.head}>
        <h2 id="due-title" className={styles.heading}>
          {t('due.title', { count: data.length })}
        </h2>
        <span className={styles.muted}>{pressing === 0 ? t('due.calm') : t('due.pressing', { count: pressing })}</span>
      </div>
      <ul className={styles.list}>
        {byPressure(data, now).slice(0, shown).map((work) => (
          <li key={work.id} className={styles.item}>
            <span>
              <strong>
                <bdi>{plain(work.customerName)}</bdi>
              </strong>{' '}
              {work.text}
              {work.caseNumber === null ? '' : ` · ${work.caseNumber}`}
              {work.isMine ? '' : ` · ${t('due.nobodys')}`}
            </span>
            <span className={styles.row}>
              <DueChip dueAt={work.dueAt} priority={work.priority} />
              <Button size="small" onPress={() => setOpen(work.customerId)}>
                {t('due.open')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open === null ? null : <CustomerCard customerId={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
