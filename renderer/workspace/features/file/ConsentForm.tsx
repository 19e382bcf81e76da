import { useState } from 'react';
import { consentChannelSchema, consentPurposeSchema, type Consent } from '#shared/domain/file-entities.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './File.module.css';

type Said = Pick<Consent, 'channel' | 'purpose' | 'state' | 'source' | 'how'>;

interface ConsentFormProps {
  readonly onSave: (said: Said) => Promise<void>;
  readonly onCancel: () => void;
}

const sources = ['call', 'email', 'letter', 'web', 'register', 'centre'] as const;

/** What the customer said about being approached: on what, for what, yes or no, and where it was said. */
export function ConsentForm({ onSave, onCancel }: ConsentFormProps) {
  const { t } = useTexts();
  const [said, setSaid] = useState<Said>({ channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: '' });
  const change = (part: Partial<Said>): void => setSaid((before) => ({ ...before, ...part }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(said);
      }}
    >
      <div className={styles.two}>
        <Field as="select" autoFocus label={t('consent.label.state')} value={said.state} onChange={(event) => change({ state: event.target.value as Said['state'] })}>
          <option value="withdrawn">{t('consent.state.withdrawn')}</option>
          <option value="given">{t('consent.state.given')}</option>
        </Field>
        <Field as="select" label={t('consent.label.channel')} value={said.channel} onChange={(event) => change({ channel: event.target.value as Said['channel'] })}>
          {consentChannelSchema.options.map((channel) => (
            <option key={channel} value={channel}>
              {t(`consent.channel.${channel}`)}
            </option>
          ))}
        </Field>
        <Field as="select" label={t('consent.label.purpose')} value={said.purpose} onChange={(event) => change({ purpose: event.target.value as Said['purpose'] })}>
          {consentPurposeSchema.options.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`consent.purpose.${purpose}`)}
            </option>
          ))}
        </Field>
        <Field as="select" label={t('consent.label.source')} value={said.source} onChange={(event) => change({ source: event.target.value as Said['source'] })}>
          {sources.map((source) => (
            <option key={source} value={source}>
              {t(`consent.source.${source}`)}
            </option>
          ))}
        </Field>
      </div>
      <Field label={t('consent.label.how')} maxLength={500} autoComplete="off" value={said.how} onChange={(event) => change({ how: event.target.value })} />
      <div className={styles.foot}>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="submit">
          {t('consent.save')}
        </Button>
      </div>
    </form>
  );
}
