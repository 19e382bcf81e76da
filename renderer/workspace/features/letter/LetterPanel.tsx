import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { languageSchema, type Language } from '#shared/domain/entities.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { registerSchema, type Register } from '#shared/domain/language.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { LetterOrder } from '#shared/domain/letters.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { shownContact } from '../customer/customer-form.ts';
import { letterFieldsOf } from './letter-fields.ts';
import { LetterPreview } from './LetterPreview.tsx';
import styles from './LetterPanel.module.css';

interface LetterPanelProps {
  readonly file: CustomerFile;
  readonly onClose: () => void;
}

/** A letter or a mail to a customer, from the centre's templates: read here, sent by the operator. */
export function LetterPanel({ file, onClose }: LetterPanelProps) {
  const { t, language: own } = useTexts();
  const { main, notices } = useServices();
  const { file: inHand } = useWork();
  const { busy, once } = useOnce();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const centre = useSnapshot(({ policy }) => policy?.organisation ?? '');
  const queueId = inHand?.queue?.id ?? null;
  const templates = useQuery({ queryKey: [...storeKeys.letters, queueId], queryFn: () => main.call('letter.list', { queueId }) });
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(file.customer.language);
  const [register, setRegister] = useState<Register>(inHand?.queue?.register ?? 'formal');
  const [openedAt] = useState(() => Date.now());
  const list: readonly LetterTemplate[] = templates.data ?? [];
  const chosen = list.find(({ id }) => id === templateId) ?? list[0];

  const outcomeLabel = (id: string | null): string | null => {
    const outcome = inHand?.outcomes.find((candidate) => candidate.id === id);
    return outcome === undefined ? null : localised(outcome.label, language);
  };
  const fields = letterFieldsOf({ file, language, register, operator, organisation: inHand?.queue?.organisation ?? centre, outcomeLabel, now: openedAt });
  const order: LetterOrder | null = chosen === undefined ? null : { templateId: chosen.id, edition: chosen.edition, language, register, fields, customerId: file.customer.id };
  const preview = useQuery({ queryKey: [...storeKeys.letters, 'preview', order], queryFn: () => (order === null ? null : main.call('letter.preview', order)), enabled: order !== null, gcTime: 0 });
  const text = preview.data ?? null;
  const isEmpty = templates.isSuccess && list.length === 0;

  function save(): void {
    if (order === null) return;
    void once(async () => {
      const { saved } = await main.call('letter.save', order, { timeoutMs: 0 });
      if (saved) notices.show({ kind: 'done', code: 'done.letterSaved' });
    });
  }

  function hand(how: 'clipboard' | 'mail-program'): void {
    if (order === null || text === null) return;
    void once(async () => {
      await main.call('letter.mail', { order, how, to: shownContact(file, 'email')?.value ?? '' });
      if (how === 'clipboard') notices.show({ kind: 'done', code: 'done.copied' });
    });
  }

  return (
    <Panel
      className={styles.panel}
      title={t('letter.title')}
      aside={
        <Button size="small" onPress={onClose}>
          {t('action.dismiss')}
        </Button>
      }
    >
      {isEmpty ? (
        <p className={styles.empty}>{t('letter.none')}</p>
      ) : (
        <>
          <div className={styles.choices}>
            <Field as="select" className={styles.template} label={t('letter.template')} autoFocus value={chosen?.id ?? ''} onChange={(event) => setTemplateId(event.target.value)}>
              {list.map((template) => (
                <option key={template.id} value={template.id}>
                  {localised(template.title, own)}
                </option>
              ))}
            </Field>
            <Field as="select" label={t('customer.language')} value={language} onChange={(event) => setLanguage(languageSchema.parse(event.target.value))}>
              {languageSchema.options.map((option) => (
                <option key={option} value={option}>
                  {t(`language.${option}`)}
                </option>
              ))}
            </Field>
            <Field as="select" label={t('letter.register')} value={register} onChange={(event) => setRegister(registerSchema.parse(event.target.value))}>
              {registerSchema.options.map((option) => (
                <option key={option} value={option}>
                  {t(`letter.registers.${option}`)}
                </option>
              ))}
            </Field>
          </div>
          <LetterPreview preview={text} isLoading={preview.isLoading} error={preview.error === null ? null : asBalieError(preview.error)} language={language} />
          <div className={styles.foot}>
            {chosen?.kind === 'mail' ? (
              <>
                <Button isDisabled={text === null || busy} onPress={() => hand('clipboard')}>
                  {t('letter.copy')}
                </Button>
                <Button tone="primary" isDisabled={text === null || busy} onPress={() => hand('mail-program')}>
                  {t('letter.mail')}
                </Button>
              </>
            ) : (
              <Button tone="primary" isDisabled={text === null || busy} onPress={save}>
                {t('letter.save')}
              </Button>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}
