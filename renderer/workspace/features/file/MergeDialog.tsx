import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Customer } from '#shared/domain/entities.ts';
import { useServices } from '../../app/services.ts';
import { customerById, keepCustomer } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { valueText } from './timeline-text.ts';
import styles from './MergeDialog.module.css';

interface MergeDialogProps {
  readonly file: CustomerFile;
  readonly otherId: string;
  readonly onClose: () => void;
}

const compared = ['kind', 'salutation', 'givenName', 'familyName', 'organisationName', 'vatNumber', 'birthDate', 'language'] as const satisfies readonly (keyof Customer)[];
type Compared = (typeof compared)[number];

/** Two files beside each other: per field, which value stays. The file that is open is the one that stays. */
export function MergeDialog({ file, otherId, onClose }: MergeDialogProps) {
  const { t } = useTexts();
  const { store, queries, notices } = useServices();
  const { busy, once } = useOnce();
  const { data: other } = useQuery(customerById(store, otherId));
  const [choice, setChoice] = useState<Partial<Record<Compared, 'mine' | 'theirs'>>>({});
  if (other === undefined) return null;
  const mine = file.customer;
  const theirs = other.customer;
  const different = compared.filter((field) => mine[field] !== theirs[field]);
  // What is empty here and known there is taken unless the operator says otherwise.
  const chosen = (field: Compared): 'mine' | 'theirs' => choice[field] ?? (isEmpty(mine[field]) && !isEmpty(theirs[field]) ? 'theirs' : 'mine');

  const counts = { contacts: other.contactPoints.length, calls: other.interactions.length, notes: other.notes.length, cases: other.cases.length };
  const moves = (['contacts', 'calls', 'notes', 'cases'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`duplicate.count.${kind}`, { count: counts[kind] }))
    .join(', ');

  async function merge(): Promise<void> {
    const taken = different.filter((field) => chosen(field) === 'theirs');
    const done = await once(async () => {
      keepCustomer(queries, await store.call('customer.merge', { survivorId: mine.id, mergedId: theirs.id, taken }));
      notices.show({ kind: 'done', code: 'done.merged' });
    });
    if (done) onClose();
  }

  return (
    <ModalCard
      title={t('duplicate.mergeTitle')}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button autoFocus onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button tone="primary" isDisabled={busy} onPress={() => void merge()}>
            {t('duplicate.merge')}
          </Button>
        </>
      }
    >
      <p>{t('duplicate.explain')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('duplicate.field')}</th>
            <th scope="col">
              {t('duplicate.thisFile')} <span className={styles.number}>{mine.customerNumber}</span>
            </th>
            <th scope="col">
              {t('duplicate.otherFile')} <span className={styles.number}>{theirs.customerNumber}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {different.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`customer.${field}`)}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <label className={styles.choice} data-chosen={chosen(field) === side} data-empty={isEmpty((side === 'mine' ? mine : theirs)[field])}>
                    <input type="radio" name={`merge-${field}`} checked={chosen(field) === side} onChange={() => setChoice((before) => ({ ...before, [field]: side }))} />
                    {valueText(t, { entity: 'customer', field }, (side === 'mine' ? mine : theirs)[field])}
                  </label>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('duplicate.moves')}</th>
            <td colSpan={2}>{moves === '' ? t('duplicate.nothing') : moves}</td>
          </tr>
        </tbody>
      </table>
    </ModalCard>
  );
}

function isEmpty(value: string | null): boolean {
  return value === null || value === '' || value === 'none';
}
