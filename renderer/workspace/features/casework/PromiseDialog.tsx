import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { prioritySchema } from '#shared/domain/file-entities.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { draftOr, useDraft } from '../../app/use-draft.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTyped } from '../../app/use-typed.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { prose } from '../entry/prose.ts';
import { toInput, toInstant, usualDue } from './due-input.ts';
import styles from './Casework.module.css';

interface PromiseDialogProps {
  readonly file: InteractionFile;
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What was promised aloud becomes a task with a day and an owner: the words, Enter. */
export function PromiseDialog({ isOpen, onClose, ...rest }: PromiseDialogProps) {
  const { t } = useTexts();
  return (
    <ModalCard title={t('promise.title')} isOpen={isOpen} onClose={onClose}>
      <PromiseForm {...rest} onClose={onClose} />
    </ModalCard>
  );
}

function PromiseForm({ file, customerId, onClose }: Omit<PromiseDialogProps, 'isOpen'>) {
  const { t } = useTexts();
  const { store, queries, notices, journal } = useServices();
  const { values, record } = useDraft(file, 'promise');
  const { busy, once } = useOnce();
  const { drop } = useTyped(file.interaction.id);
  const [usual] = useState(() => toInput(usualDue(Date.now())));
  const due = draftOr(values, 'promise.due', usual);
  const priority = prioritySchema.catch('normal').parse(values['promise.priority']);
  const caseId = draftOr(values, 'promise.caseId', '');
  const mine = values['promise.mine'] !== 'no';
  const text = draftOr(values, 'promise', '');
  const dueAt = toInstant(due);
  const { id: interactionId } = file.interaction;
  const cases = file.customer?.cases.filter(({ state }) => state !== 'solved') ?? [];

  async function save(): Promise<void> {
    if (dueAt === null || text.trim() === '') return;
    const done = await once(async () => {
      await journal.flush(interactionId);
      keepCustomer(queries, await store.call('promise.add', { customerId, interactionId, queueId: file.queue?.id ?? null, mine, text, dueAt, priority, caseId: caseId === '' ? null : caseId }));
      record({ promise: '' });
      await drop(Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('promise.'))));
      notices.show({ kind: 'done', code: 'done.promise' });
    });
    if (done) onClose();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field autoFocus label={t('followUp.promiseText')} required maxLength={500} autoComplete="off" {...prose} placeholder={t('followUp.promisedHint')} value={text} onChange={(event) => record({ promise: event.target.value })} />
      <div className={styles.two}>
        <Field type="datetime-local" label={t('followUp.due')} required value={due} onChange={(event) => record({ 'promise.due': event.target.value })} />
        <Field as="select" label={t('priority.label')} value={priority} onChange={(event) => record({ 'promise.priority': event.target.value })}>
          {prioritySchema.options.map((option) => (
            <option key={option} value={option}>
              {t(`priority.${option}`)}
            </option>
          ))}
        </Field>
      </div>
      {cases.length === 0 ? null : (
        <Field as="select" label={t('promise.ofCase')} value={caseId} onChange={(event) => record({ 'promise.caseId': event.target.value })}>
          <option value="">{t('promise.noCase')}</option>
          {cases.map(({ id, caseNumber, subject }) => (
            <option key={id} value={id}>
              {`${caseNumber ?? t('case.numberPending')} ${subject}`}
            </option>
          ))}
        </Field>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={mine} onChange={(event) => record({ 'promise.mine': event.target.checked ? '' : 'no' })} />
        {t('followUp.mine')}
      </label>
      <div className={styles.foot}>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
        <Button type="submit" tone="primary" isDisabled={busy || dueAt === null || text.trim() === ''}>
          {t('promise.save')}
        </Button>
      </div>
    </form>
  );
}
