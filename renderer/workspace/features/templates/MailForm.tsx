import { useRef } from 'react';
import type { LetterVariant } from '#shared/domain/letter-template.ts';
import type { LetterFieldKey } from '#shared/domain/letters.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { FieldMenu } from './FieldMenu.tsx';
import type { TemplateFault } from './template-faults.ts';
import { useFaultText } from './use-fault-text.ts';
import type { Audience } from './VariantPanel.tsx';
import { newMail } from './written-template.ts';
import desk from './Desk.module.css';
import styles from './Variant.module.css';

interface MailFormProps {
  readonly variant: Extract<LetterVariant, { readonly subject: string }> | null;
  readonly audience: Audience;
  readonly others: readonly LetterVariant[];
  readonly faults: readonly TemplateFault[];
  readonly onChange: (variant: LetterVariant | null) => void;
}

/** The words of a mail, with the fields that one may put in. */
export function MailForm({ variant, audience: { language, register }, others, faults, onChange }: MailFormProps) {
  const { t } = useTexts();
  const textOf = useFaultText();
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const errorAt = (part: string): string | undefined => textOf(faults.filter(({ place }) => place === `${language} ${register} ${part}`));

  if (variant === null) {
    return (
      <div className={styles.absent}>
        <p>{t('templates.notWritten')}</p>
        <div className={desk.buttons}>
          <Button tone="primary" onPress={() => onChange(newMail(language, register))}>
            {t('templates.writeMail')}
          </Button>
          {others.map((other) => (
            <Button key={`${other.language} ${other.register}`} onPress={() => onChange(newMail(language, register, other))}>
              {t('templates.beginWith', { language: t(`language.${other.language}`), register: t(`letter.registers.${other.register}`) })}
            </Button>
          ))}
        </div>
      </div>
    );
  }

  /** Where somebody typed last; the field is told as if they had typed it. */
  function insert(key: LetterFieldKey): void {
    const field = last.current ?? body.current;
    if (field === null) return;
    const { selectionStart, selectionEnd, value } = field;
    field.focus();
    field.setRangeText(`{{${key}}}`, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return (
    <>
      <Field label={t('templates.subject')} lang={language} required maxLength={200} value={variant.subject} error={errorAt('subject')} onFocus={({ target }) => (last.current = target)} onChange={(event) => onChange({ ...variant, subject: event.target.value })} />
      <Field as="textarea" ref={body} className={styles.body} label={t('templates.body')} lang={language} required maxLength={10_000} value={variant.body} error={errorAt('body')} onFocus={({ target }) => (last.current = target)} onChange={(event) => onChange({ ...variant, body: event.target.value })} />
      <div className={desk.buttons}>
        <FieldMenu onChoose={insert} />
        <Button size="small" tone="quiet" onPress={() => onChange(null)}>
          {t('templates.removeVariant')}
        </Button>
      </div>
    </>
  );
}
