import { byPressure } from '#shared/domain/due.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { useOnce } from '../../app/use-once.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DueChip } from '../file/DueChip.tsx';
import { useColleagues, useProcedures } from './casework-queries.ts';
import { useSpokenCase } from './use-spoken-case.ts';
import styles from './Casework.module.css';

const minuteMs = 60_000;

/** At the top of the file, whoever takes the call: what was promised to this customer, and where their cases are. */
export function OpenAgreements({ file }: { readonly file: CustomerFile }) {
  const { cases, promises } = file;
  return cases.length + promises.length === 0 || file.masked.includes('text') ? null : <Agreements file={file} />;
}

function Agreements({ file }: { readonly file: CustomerFile }) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const me = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.id : null));
  const colleagues = useColleagues();
  const spoken = useSpokenCase(file, useProcedures());
  const now = useNow(minuteMs);
  const { busy, once } = useOnce();
  const ownerOf = (id: string | null): string => (id === null ? t('due.nobodys') : (colleagues.find((colleague) => colleague.id === id)?.name ?? ''));
  const change = (id: string, what: { state: 'kept' } | { mine: true }): void => void once(async () => keepCustomer(queries, await store.call('promise.change', { id, ...what })));
  return (
    <section className={styles.ledger} aria-label={t('promise.ledger')}>
      <h3>{t('promise.ledger')}</h3>
      <ul>
        {byPressure(file.promises, now).map((row) => (
          <li key={row.id} className={styles.line}>
            <span data-selectable="true">
              <strong>{t('timeline.kind.promise')}</strong> {row.text} {row.ownerId === me && me !== null ? null : <span className={styles.muted}>· {ownerOf(row.ownerId)}</span>}
            </span>
            <span className={styles.tools}>
              <DueChip dueAt={row.dueAt} priority={row.priority} />
              {row.ownerId === me ? null : (
                <Button size="small" tone="quiet" isDisabled={busy} onPress={() => change(row.id, { mine: true })}>
                  {t('work.take')}
                </Button>
              )}
              <Button size="small" tone="quiet" isDisabled={busy} onPress={() => change(row.id, { state: 'kept' })}>
                {t('promise.keep')}
              </Button>
            </span>
          </li>
        ))}
        {file.cases.map((row) => (
          <li key={row.id} data-selectable="true">
            <strong>{row.caseNumber ?? t('case.numberPending')}</strong> <span lang={file.customer.language}>“{spoken(row)}”</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
