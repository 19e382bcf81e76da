import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices, type Services } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useBegunForms, useKeptForm } from '../../app/use-kept-form.ts';
import { useOnce } from '../../app/use-once.ts';
import { day } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CaseCard } from '../casework/CaseCard.tsx';
import { ConsentForm, consentForm } from './ConsentForm.tsx';
import { DueChip } from './DueChip.tsx';
import styles from './File.module.css';

interface RecordsProps {
  readonly file: CustomerFile;
  /** The conversation in which something is noted; null outside of one. */
  readonly interactionId: string | null;
}

/** What is agreed with a customer and still stands: cases, promises, notes, consents. */
export function Records({ file, interactionId }: RecordsProps) {
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const write: Write = (action) => once(async () => keepCustomer(queries, await action(store)));
  return (
    <div className={styles.sections}>
      <Cases file={file} busy={busy} write={write} />
      <Notes file={file} interactionId={interactionId} busy={busy} write={write} />
      <Consents file={file} interactionId={interactionId} write={write} />
    </div>
  );
}

type Write = (action: (store: Services['store']) => Promise<CustomerFile>) => Promise<boolean>;

function Cases({ file, busy, write }: { readonly file: CustomerFile; readonly busy: boolean; readonly write: Write }) {
  const { t } = useTexts();
  const { cases, promises } = file;
  return (
    <section aria-labelledby="file-cases">
      <div className={styles.head}>
        <h3 id="file-cases" className={styles.heading}>
          {t('file.cases')}
        </h3>
      </div>
      {cases.length + promises.length === 0 ? <p className={styles.muted}>{t('file.noCases')}</p> : null}
      <ul className={styles.list}>
        {cases.map((row) => (
          <CaseCard key={row.id} file={file} row={row} busy={busy} write={write} />
        ))}
        {promises.map((row) => (
          <li key={row.id} className={styles.item}>
            <span>
              <strong>{t('timeline.kind.promise')}</strong> {row.text}
            </span>
            <span className={styles.row}>
              <DueChip dueAt={row.dueAt} priority={row.priority} />
              <Button size="small" isDisabled={busy} onPress={() => void write((store) => store.call('promise.change', { id: row.id, state: 'kept' }))}>
                {t('promise.keep')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ file, interactionId, busy, write }: RecordsProps & { readonly busy: boolean; readonly write: Write }) {
  const { t, language } = useTexts();
  const customerId = file.customer.id;
  const { values, set, done } = useKeptForm(customerId, 'note.new', { text: '' });
  const { text } = values;
  async function add(): Promise<void> {
    if (text.trim() !== '' && (await write((store) => store.call('note.add', { customerId, interactionId, text: text.trim(), pinned: false })))) await done();
  }
  return (
    <section aria-labelledby="file-notes">
      <h3 id="file-notes" className={styles.heading}>
        {t('file.notes')}
      </h3>
      <ul className={styles.list}>
        {file.notes.map((note) => (
          <li key={note.id} className={styles.item} data-selectable="true">
            <span>
              {note.text} <span className={styles.muted}>{day(language, note.at)}</span>
            </span>
            <span className={styles.row}>
              <Button size="small" isOn={note.pinned} isDisabled={busy} onPress={() => void write((store) => store.call('note.change', { id: note.id, pinned: !note.pinned }))}>
                {t(note.pinned ? 'file.unpin' : 'file.pin')}
              </Button>
              <Button size="small" isDisabled={busy} onPress={() => void write((store) => store.call('note.remove', { id: note.id }))}>
                {t('file.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field className={styles.grow} label={t('file.newNote')} maxLength={4000} autoComplete="off" value={text} onChange={(event) => set({ text: event.target.value })} />
        <Button size="small" type="submit" isDisabled={busy || text.trim() === ''}>
          {t('file.add')}
        </Button>
      </form>
    </section>
  );
}

function Consents({ file, interactionId, write }: RecordsProps & { readonly write: Write }) {
  const { t, language } = useTexts();
  const [chosen, setAdding] = useState(false);
  const begun = useBegunForms(file.customer.id);
  const adding = chosen || begun.has(consentForm);
  async function close(done: () => Promise<void>): Promise<void> {
    await done();
    setAdding(false);
  }
  return (
    <section aria-labelledby="file-consents">
      <div className={styles.head}>
        <h3 id="file-consents" className={styles.heading}>
          {t('file.consents')}
        </h3>
        {adding ? null : (
          <Button size="small" onPress={() => setAdding(true)}>
            {t('consent.add')}
          </Button>
        )}
      </div>
      {file.consents.length === 0 ? <p className={styles.muted}>{t('file.noConsents')}</p> : null}
      <ul className={styles.list}>
        {file.consents.map((consent) => (
          <li key={consent.id} className={styles.item}>
            <span>
              {t(`consent.channel.${consent.channel}`)}, {t(`consent.purpose.${consent.purpose}`)}
              <span className={styles.muted}>
                {' · '}
                {t(`consent.source.${consent.source}`)}, {day(language, consent.at)}
                {consent.how === '' ? '' : ` · ${consent.how}`}
              </span>
            </span>
            <span className={styles.chip} data-tone={consent.state === 'withdrawn' ? 'warn' : 'plain'}>
              {t(`consent.state.${consent.state}`)}
            </span>
          </li>
        ))}
      </ul>
      {adding ? (
        <ConsentForm
          customerId={file.customer.id}
          onCancel={(done) => void close(done)}
          onSave={async (said, done) => {
            if (await write((store) => store.call('consent.add', { customerId: file.customer.id, interactionId, ...said }))) await close(done);
          }}
        />
      ) : null}
    </section>
  );
}
