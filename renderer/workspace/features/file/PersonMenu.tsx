import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { BalieError } from '#shared/domain/errors.ts';
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
import { MergedMeanwhile, type SurvivingFile } from './MergedMeanwhile.tsx';
import styles from './File.module.css';

interface Asked {
  readonly what: 'export' | 'erase';
  /** Of whom: news of a merge may put another file into this place while the question is open. */
  readonly id: string;
  readonly name: string;
}

interface PersonMenuProps {
  readonly file: CustomerFile;
  /** Leads to another customer's file. */
  readonly onCustomer: (customerId: string) => void;
}

/** What is done with a file as a whole: archived, handed out to the person, erased. Central decides who may. */
export function PersonMenu({ file, onCustomer }: PersonMenuProps) {
  const { t } = useTexts();
  const { store, main, notices } = useServices();
  const { busy, once } = useOnce();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refusedFor, setRefusedFor] = useState<SurvivingFile | null>(null);
  const { customer } = file;
  const id = asked?.id ?? customer.id;
  const what = asked?.what ?? 'export';
  const { values, set, done: settled } = useKeptForm(id, `person.${what}`, { reason: '' });
  const { reason } = values;
  const survivor = refusedFor ?? (id === customer.id ? null : customer);

  const ask = (wish: Asked['what']): void => setAsked({ what: wish, id: customer.id, name: customerName(customer) });
  /** Given up by Escape it is there again when the question is. */
  const close = (): void => {
    setAsked(null);
    setRefusedFor(null);
  };

  /** @returns the file that this one has become at central: then nothing was done. */
  async function request(): Promise<SurvivingFile | null> {
    try {
      await carryOut();
      return null;
    } catch (thrown) {
      const merged = survivorIn(thrown);
      if (merged === null) throw thrown;
      return merged;
    }
  }

  async function carryOut(): Promise<void> {
    const wish = { id, reason: reason.trim() };
    if (what === 'erase') {
      await store.call('customer.erase', wish);
      notices.show({ kind: 'done', code: 'done.erased' });
      return;
    }
    const { text } = await store.call('customer.export', wish);
    const { saved } = await main.call('personalData.save', { name: customer.customerNumber ?? id, text });
    if (saved) notices.show({ kind: 'done', code: 'done.personExported' });
  }

  async function submit(): Promise<void> {
    await once(async () => {
      const merged = await request();
      setRefusedFor(merged);
      if (merged !== null) return;
      // What was typed about somebody who was erased went with them.
      if (what === 'export') await settled();
      close();
    });
  }

  return (
    <section aria-labelledby="file-person" className={styles.form}>
      <h3 id="file-person" className={styles.heading}>
        {t('person.title')}
      </h3>
      <div className={styles.row}>
        <ArchiveButton file={file} />
        <Button size="small" onPress={() => ask('export')}>
          {t('person.export')}
        </Button>
        <Button size="small" onPress={() => ask('erase')}>
          {t('person.erase')}
        </Button>
      </div>
      {asked !== null && survivor !== null ? (
        <MergedMeanwhile {...asked} reason={reason} survivor={survivor} onSettled={settled} onClose={close} onCustomer={onCustomer} />
      ) : (
        <ModalCard
          isQuestion={what === 'erase'}
          title={t(what === 'erase' ? 'person.eraseTitle' : 'person.exportTitle', { name: customerName(customer) })}
          isOpen={asked !== null}
          onClose={close}
          buttons={
            <>
              <Button onPress={close}>{t('action.cancel')}</Button>
              <Button tone={what === 'erase' ? 'danger' : 'primary'} isDisabled={busy || reason.trim() === ''} onPress={() => void submit()}>
                {t(what === 'erase' ? 'person.eraseConfirm' : 'person.exportConfirm')}
              </Button>
            </>
          }
        >
          {what === 'erase' ? <Notice tone="error">{t('person.eraseBody')}</Notice> : <p>{t('person.exportBody')}</p>}
          <Field autoFocus label={t('person.reason')} hint={t('person.reasonHint')} required maxLength={200} autoComplete="off" value={reason} onChange={(event) => set({ reason: event.target.value })} />
        </ModalCard>
      )}
    </section>
  );
}

/** @returns the file that the one which was asked for has become at central; null where it was refused for something else. */
function survivorIn(thrown: unknown): SurvivingFile | null {
  if (!(thrown instanceof BalieError) || thrown.code !== 'customer.merged') return null;
  const { survivorId, survivorNumber } = thrown.details;
  return typeof survivorId === 'string' ? { id: survivorId, customerNumber: typeof survivorNumber === 'string' ? survivorNumber : null } : null;
}
