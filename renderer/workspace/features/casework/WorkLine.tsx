import type { DueWork } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DueChip } from '../file/DueChip.tsx';
import { useColleagues } from './casework-queries.ts';
import styles from './Casework.module.css';

interface WorkLineProps {
  readonly work: DueWork;
  readonly onCustomer: (customerId: string) => void;
}

/** One piece of work: by when, of whom, what; it is taken over, handed to somebody, done, or its file opened. */
export function WorkLine({ work, onCustomer }: WorkLineProps) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const colleagues = useColleagues();
  const me = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.id : null));
  const { busy, once } = useOnce();
  const { kind, id, ownerId } = work;
  const handOver = (to: string | null): void => void once(async () => keepCustomer(queries, await store.call('work.handOver', { kind, id, ownerId: to })));
  const done = (): void =>
    void once(async () => keepCustomer(queries, kind === 'case' ? await store.call('case.change', { id, state: 'solved' }) : await store.call('promise.change', { id, state: 'kept' })));
  return (
    <li className={styles.row} data-line>
      <span className={styles.tools}>
        <DueChip dueAt={work.dueAt} priority={work.priority} />
      </span>
      <span>
        <strong>
          <bdi>{plain(work.customerName)}</bdi>
        </strong>{' '}
        {t(kind === 'promise' ? 'timeline.kind.promise' : 'work.kinds.case')}: {work.text}
        {work.caseNumber === null ? '' : ` · ${work.caseNumber}`}
        {work.priority === 'high' ? <span className={styles.muted}> · {t('priority.high')}</span> : null}
      </span>
      <select className={styles.owner} aria-label={t('work.owner', { what: work.text })} disabled={busy} value={ownerId ?? ''} onChange={(event) => handOver(event.target.value === '' ? null : event.target.value)}>
        <option value="">{t('due.nobodys')}</option>
        {colleagues.map((colleague) => (
          <option key={colleague.id} value={colleague.id}>
            {colleague.name}
          </option>
        ))}
        {ownerId === null || colleagues.some((colleague) => colleague.id === ownerId) ? null : <option value={ownerId}>{work.ownerName ?? ownerId}</option>}
      </select>
      <span className={styles.tools}>
        <Button size="small" onPress={() => onCustomer(work.customerId)}>
          {t('due.open')}
        </Button>
        {me === null || ownerId === me ? null : (
          <Button size="small" isDisabled={busy} onPress={() => handOver(me)}>
            {t('work.take')}
          </Button>
        )}
        <Button size="small" isDisabled={busy} onPress={done}>
          {t(kind === 'case' ? 'case.solve' : 'promise.keep')}
        </Button>
      </span>
    </li>
  );
}
