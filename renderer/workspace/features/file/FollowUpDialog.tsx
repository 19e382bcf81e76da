import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { prose } from '../entry/prose.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { defaultDue, toInstant } from './due-input.ts';
import styles from './File.module.css';

interface FollowUpDialogProps {
  readonly file: InteractionFile;
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const kinds = ['question', 'complaint', 'claim', 'promise'] as const;
type Kind = (typeof kinds)[number];

/** What the customer asked or was promised becomes work with an owner and a day, in one step. */
export function FollowUpDialog({ isOpen, onClose, ...rest }: FollowUpDialogProps) {
  const { t } = useTexts();
  return (
    <ModalCard title={t('followUp.title')} isOpen={isOpen} onClose={onClose}>
      <FollowUpForm {...rest} onClose={onClose} />
    </ModalCard>
  );
}

function FollowUpForm({ file, customerId, onClose }: Omit<FollowUpDialogProps, 'isOpen'>) {
  const { t } = useTexts();
  const { store, queries, notices } = useServices();
  const { busy, once } = useOnce();
  const [kind, setKind] = useState<Kind>('question');
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const [due, setDue] = useState(defaultDue);
  const [mine, setMine] = useState(true);
  const [promised, setPromised] = useState('');
  const dueAt = toInstant(due);
  const isComplete = subject.trim() !== '' && dueAt !== null;

  async function save(): Promise<void> {
    if (dueAt === null || !isComplete) return;
    const common = { customerId, interactionId: file.interaction.id, queueId: file.queue?.id ?? null, mine };
    const done = await once(async () => {
      const next =
        kind === 'promise'
          ? await store.call('promise.add', { ...common, text: subject.trim(), dueAt, caseId: null })
          : await store.call('case.open', {
              ...common,
              kind,
              subject: subject.trim(),
              description: description.trim(),
              priority: kind === 'question' ? 'normal' : 'high',
              dueAt,
              promised: promised.trim() === '' ? null : { text: promised.trim(), dueAt },
            });
      keepCustomer(queries, next);
      notices.show({ kind: 'done', code: 'done.followUp' });
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
      <div className={styles.two}>
        <Field as="select" autoFocus label={t('followUp.kind')} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {kinds.map((option) => (
            <option key={option} value={option}>
              {t(option === 'promise' ? 'timeline.kind.promise' : `case.kind.${option}`)}
            </option>
          ))}
        </Field>
        <Field type="datetime-local" label={t('followUp.due')} required value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <Field label={t(kind === 'promise' ? 'followUp.promiseText' : 'followUp.subject')} required maxLength={200} autoComplete="off" value={subject} onChange={(event) => setSubject(event.target.value)} />
      {kind === 'promise' ? null : (
        <>
          <Field as="textarea" label={t('followUp.description')} maxLength={10_000} {...prose} value={description} onChange={(event) => setDescription(event.target.value)} />
          <Field label={t('followUp.promised')} maxLength={500} autoComplete="off" placeholder={t('followUp.promisedHint')} value={promised} onChange={(event) => setPromised(event.target.value)} />
        </>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />
        {t('followUp.mine')}
      </label>
      <div className={styles.foot}>
        <Button onPress={onClose}>{t('action.cancel')}</Button>
        <Button type="submit" tone="primary" isDisabled={!isComplete || busy}>
          {t('followUp.save')}
        </Button>
      </div>
    </form>
  );
}
