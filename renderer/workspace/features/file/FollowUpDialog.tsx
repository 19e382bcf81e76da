import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useOnce } from '../../app/use-once.ts';
import { localised } from '../../i18n/format.ts';
import { prose } from '../entry/prose.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { ProcedureFields } from '../casework/ProcedureFields.tsx';
import { SavedCase } from '../casework/SavedCase.tsx';
import { followUpKinds, useFollowUp, type FollowUpKind } from '../casework/use-follow-up.ts';
import styles from './File.module.css';

interface FollowUpDialogProps {
  readonly file: InteractionFile;
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the customer asked or was promised becomes work with an owner and a day, in one step; a case shows the number to read back. */
export function FollowUpDialog({ isOpen, onClose, ...rest }: FollowUpDialogProps) {
  const { t } = useTexts();
  const [saved, setSaved] = useState<string | null>(null);
  const close = (): void => {
    setSaved(null);
    onClose();
  };
  return (
    <ModalCard title={t(saved === null ? 'followUp.title' : 'followUp.saved')} isOpen={isOpen} onClose={close}>
      {saved === null ? <FollowUpForm {...rest} onClose={close} onSaved={(caseId) => (caseId === null ? close() : setSaved(caseId))} /> : <SavedCase customerId={rest.customerId} caseId={saved} onClose={close} />}
    </ModalCard>
  );
}

interface FollowUpFormProps extends Omit<FollowUpDialogProps, 'isOpen'> {
  readonly onSaved: (caseId: string | null) => void;
}

function FollowUpForm({ file, customerId, onClose, onSaved }: FollowUpFormProps) {
  const { t, language } = useTexts();
  const { busy, once } = useOnce();
  const { wish, procedures, procedure, missing, isComplete, set, setMine, setKind, setProcedure, collect, save, done } = useFollowUp(file, customerId);
  const { kind } = wish;

  async function submit(): Promise<void> {
    if (!isComplete) return;
    let caseId: string | null = null;
    if (!(await once(async () => (caseId = await save())))) return;
    done();
    onSaved(caseId);
  }

  function giveUp(): void {
    done();
    onClose();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.two}>
        <Field as="select" autoFocus label={t('followUp.kind')} value={kind} onChange={(event) => setKind(event.target.value as FollowUpKind)}>
          {followUpKinds.map((option) => (
            <option key={option} value={option}>
              {t(option === 'promise' ? 'timeline.kind.promise' : `case.kind.${option}`)}
            </option>
          ))}
        </Field>
        {procedures.length === 0 ? null : (
          <Field as="select" label={t('followUp.procedure')} value={procedure?.id ?? ''} onChange={(event) => setProcedure(event.target.value)}>
            <option value="">{t('followUp.noProcedure')}</option>
            {procedures.map(({ id, topic }) => (
              <option key={id} value={id}>
                {localised(topic, language)}
              </option>
            ))}
          </Field>
        )}
        <Field type="datetime-local" label={t('followUp.due')} required value={wish.due} onChange={(event) => set({ due: event.target.value })} />
      </div>
      {procedure === null ? null : <p className={styles.muted}>{t(`procedure.owner.${procedure.owner}`)}</p>}
      <Field
        label={t(kind === 'promise' ? 'followUp.promiseText' : 'followUp.subject')}
        required={procedure === null}
        maxLength={200}
        autoComplete="off"
        placeholder={procedure === null ? undefined : localised(procedure.topic, language)}
        value={wish.subject}
        onChange={(event) => set({ subject: event.target.value })}
      />
      {procedure === null ? null : <ProcedureFields fields={procedure.fields} values={wish.collected} onChange={collect} />}
      {kind === 'promise' ? null : (
        <>
          <Field as="textarea" label={t('followUp.description')} maxLength={10_000} {...prose} value={wish.description} onChange={(event) => set({ description: event.target.value })} />
          <Field label={t('followUp.promised')} maxLength={500} autoComplete="off" placeholder={t('followUp.promisedHint')} value={wish.promised} onChange={(event) => set({ promised: event.target.value })} />
        </>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={wish.mine} onChange={(event) => setMine(event.target.checked)} />
        {t('followUp.mine')}
      </label>
      {missing.length === 0 ? null : <p className={styles.muted}>{t('procedure.missing', { fields: missing.map(({ label }) => localised(label, language)).join(', ') })}</p>}
      <div className={styles.foot}>
        <Button onPress={giveUp}>{t('action.cancel')}</Button>
        <Button type="submit" tone="primary" isDisabled={!isComplete || busy}>
          {t('followUp.save')}
        </Button>
      </div>
    </form>
  );
}
