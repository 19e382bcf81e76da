import { useQuery } from '@tanstack/react-query';
import type { TimelineEntry } from '#shared/domain/timeline.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer, storeKeys } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { fieldText, valueText } from './timeline-text.ts';
import styles from './File.module.css';

interface FieldHistoryProps {
  readonly customerId: string;
  /** What the field is called on screen. */
  readonly label: string;
  /** Which corrections are its history: `customer.familyName`. */
  readonly fields: readonly string[];
  readonly onClose: () => void;
}

/** What stood in a field before: who changed it, when, and back to it in one press. */
export function FieldHistory({ customerId, label, fields, onClose }: FieldHistoryProps) {
  const { t, language } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const { data } = useQuery({ queryKey: storeKeys.corrections(customerId, fields), queryFn: () => store.call('customer.corrections', { customerId, fields: [...fields] }) });

  async function putBack({ correction }: TimelineEntry & { kind: 'correction' }): Promise<void> {
    if (await once(async () => keepCustomer(queries, await store.call('correction.undo', { customerId, id: correction.id, field: correction.field })))) onClose();
  }

  return (
    <ModalCard title={t('correction.title', { field: label })} isOpen onClose={onClose} buttons={<Button onPress={onClose}>{t('action.dismiss')}</Button>}>
      {data?.length === 0 ? <p className={styles.muted}>{t('correction.none')}</p> : null}
      <ul className={styles.list}>
        {(data ?? []).map((entry) =>
          entry.kind !== 'correction' ? null : (
            <li key={entry.id + entry.correction.field} className={styles.item} data-selectable="true">
              <span>
                <strong>{valueText(t, entry.correction, entry.correction.former)}</strong>
                <span className={styles.muted}>
                  {' '}
                  {t('correction.until', { when: dayAndTime(language, entry.at), by: entry.by ?? t('correction.centre') })}
                  {fields.length > 1 ? ` · ${fieldText(t, entry.correction)}` : ''}
                </span>
              </span>
              <Button size="small" isDisabled={busy} onPress={() => void putBack(entry)}>
                {t('correction.putBack')}
              </Button>
            </li>
          ),
        )}
      </ul>
    </ModalCard>
  );
}
