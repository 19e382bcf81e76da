import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { byPressure, urgencyOf } from '#shared/domain/due.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { enterList, walkList } from '../../ui/walk-list.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { WorkLine } from './WorkLine.tsx';
import { chosenWork, isPressing, kinds, whens, whoms, type WorkFilter } from './work-filter.ts';
import styles from './Casework.module.css';

const minuteMs = 60_000;
const most = 300;

interface WorkPageProps {
  readonly onClose: () => void;
  readonly onCustomer: (customerId: string) => void;
}

/** All work with a deadline, what presses most first: one's own and what nobody has yet or, of colleagues who are absent, everybody's. */
export function WorkPage({ onClose, onCustomer }: WorkPageProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const now = useNow(minuteMs);
  const list = useRef<HTMLUListElement>(null);
  const [filter, setFilter] = useState<WorkFilter>({ whom: 'own', kind: 'all', when: 'all' });
  const whose = filter.whom === 'all' ? 'all' : 'own';
  const { data, error } = useQuery({ queryKey: storeKeys.workOf(whose), queryFn: () => store.call('work.due', { limit: most, whose }) });
  const work = byPressure(chosenWork(data ?? [], filter, now), now);
  const isLoaded = data !== undefined;
  // Opened by a key: the keyboard is on the first piece of work. What comes in later takes the focus from nobody.
  useEffect(() => {
    if (isLoaded) enterList(list.current);
  }, [isLoaded]);
  const late = work.filter(({ dueAt, priority }) => urgencyOf(dueAt, now, priority) === 'late').length;
  const soon = work.filter((one) => isPressing(one, now)).length - late;
  const choose = <K extends keyof WorkFilter>(key: K) => (event: { readonly target: { readonly value: string } }): void => setFilter((before) => ({ ...before, [key]: event.target.value as WorkFilter[K] }));
  return (
    <div className={styles.page}>
      <PageHead title={t('work.title')} onClose={onClose}>
        <div className={styles.filters}>
          <Field as="select" label={t('work.whom')} value={filter.whom} onChange={choose('whom')}>
            {whoms.map((option) => (
              <option key={option} value={option}>
                {t(`work.whoms.${option}`)}
              </option>
            ))}
          </Field>
          <Field as="select" label={t('work.kind')} value={filter.kind} onChange={choose('kind')}>
            {kinds.map((option) => (
              <option key={option} value={option}>
                {t(`work.kinds.${option}`)}
              </option>
            ))}
          </Field>
          <Field as="select" label={t('work.when')} value={filter.when} onChange={choose('when')}>
            {whens.map((option) => (
              <option key={option} value={option}>
                {t(`work.whens.${option}`)}
              </option>
            ))}
          </Field>
        </div>
        <ExportMenu requests={[{ list: 'due', whose }, { list: 'cases' }]} />
      </PageHead>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      <p className={styles.muted} role="status">
        {isLoaded ? [t('work.count', { count: work.length }), ...(late === 0 ? [] : [t('work.late', { count: late })]), ...(soon === 0 ? [] : [t('work.soon', { count: soon })])].join(' · ') : ''}
      </p>
      <ul ref={list} className={styles.work} aria-label={t('work.title')} onKeyDown={walkList}>
        {work.map((one) => (
          <WorkLine key={one.id} work={one} onCustomer={onCustomer} />
        ))}
        {isLoaded && work.length === 0 ? <li className={styles.muted}>{t('work.none')}</li> : null}
      </ul>
    </div>
  );
}
