import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useOnce } from '../../app/use-once.ts';
import { customerName } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ArchiveButton } from './Archived.tsx';
import styles from './File.module.css';

type Asked = 'export' | 'erase';

/** What is done with a file as a whole: archived, handed out to the person, erased. Central decides who may. */
export function PersonMenu({ file }: { readonly file: CustomerFile }) {
  const { t } = useTexts();
  const { store, main, notices } = useServices();
  const { busy, once } = useOnce();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { id } = file.customer;
  const { values, set, done: settled } = useKeptForm(id, `person.${asked ?? 'export'}`, { reason: '' });
  const { reason } = values;

  /** Given up by Escape it is there again when the question is. */
  const close = (): void => setAsked(null);

  async function carryOut(): Promise<void> {
    const request = { id, reason: reason.trim() };
    const done = await once(async () => {
      if (asked === 'erase') {
        await store.call('customer.erase', request);
        notices.show({ kind: 'done', code: 'done.erased' });
        return;
      }
      const { text } = await store.call('customer.export', request);
      const { saved } = await main.call('personalData.save', { name: file.customer.customerNumber ?? id, text });
      if (saved) notices.show({ kind: 'done', code: 'done.personExported' });
    });
    if (!done) return;
    // What was typed about somebody who was erased went with them.
    if (asked === 'export') await settled();
    close();
  }

  return (
    <section aria-labelledby="file-person" className={styles.form}>
      <h3 id="file-person" className={styles.heading}>
        {t('person.title')}
      </h3>
      <div className={styles.row}>
        <ArchiveButton file={file} />
        <Button size="small" onPress={() => setAsked('export')}>
          {t('person.export')}
        </Button>
        <Button size="small" onPress={() => setAsked('erase')}>
          {t('person.erase')}
        </Button>
      </div>
      <ModalCard
        isQuestion={asked === 'erase'}
        title={t(asked === 'erase' ? 'person.eraseTitle' : 'person.exportTitle', { name: customerName(file.customer) })}
        isOpen={asked !== null}
        onClose={close}
        buttons={
          <>
            <Button onPress={close}>{t('action.cancel')}</Button>
            <Button tone={asked === 'erase' ? 'danger' : 'primary'} isDisabled={busy || reason.trim() === ''} onPress={() => void carryOut()}>
              {t(asked === 'erase' ? 'person.eraseConfirm' : 'person.exportConfirm')}
            </Button>
          </>
        }
      >
        {asked === 'erase' ? <Notice tone="error">{t('person.eraseBody')}</Notice> : <p>{t('person.exportBody')}</p>}
        <Field autoFocus label={t('person.reason')} hint={t('person.reasonHint')} required maxLength={200} autoComplete="off" value={reason} onChange={(event) => set({ reason: event.target.value })} />
      </ModalCard>
    </section>
  );
}
