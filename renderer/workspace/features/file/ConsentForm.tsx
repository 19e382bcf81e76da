import { consentChannelSchema, consentPurposeSchema, type Consent } from '#shared/domain/file-entities.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './File.module.css';

type Said = Pick<Consent, 'channel' | 'purpose' | 'state' | 'source' | 'how'>;

interface ConsentFormProps {
  readonly customerId: string;
  /** `done` is called once it is in the file. */
  readonly onSave: (said: Said, done: () => Promise<void>) => Promise<void>;
  readonly onCancel: (done: () => Promise<void>) => void;
}

const sources = ['call', 'email', 'letter', 'web', 'register', 'centre'] as const;
/** Its name in the journal. */
export const consentForm = 'consent.new';

/** What the journal has was once chosen from the same lists; what is in no list is what the form began with. */
function saidIn({ channel, purpose, state, source, how }: Readonly<Record<keyof Said, string>>): Said {
  return {
    channel: consentChannelSchema.options.find((one) => one === channel) ?? 'phone',
    purpose: consentPurposeSchema.options.find((one) => one === purpose) ?? 'any',
    state: state === 'given' ? 'given' : 'withdrawn',
    source: sources.find((one) => one === source) ?? 'call',
    how,
  };
}

/** What the customer said about being approached: on what, for what, yes or no, and where it was said. */
export function ConsentForm({ customerId, onSave, onCancel }: ConsentFormProps) {
  const { t } = useTexts();
  const { values, set: change, done } = useKeptForm(customerId, consentForm, { channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: '' });
  const said = saidIn(values);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(said, done);
      }}
    >
      <div className={styles.two}>
        <Field as="select" autoFocus label={t('consent.label.state')} value={said.state} onChange={(event) => change({ state: event.target.value })}>
          <option value="withdrawn">{t('consent.state.withdrawn')}</option>
          <option value="given">{t('consent.state.given')}</option>
        </Field>
        <Field as="select" label={t('consent.label.channel')} value={said.channel} onChange={(event) => change({ channel: event.target.value })}>
          {consentChannelSchema.options.map((channel) => (
            <option key={channel} value={channel}>
              {t(`consent.channel.${channel}`)}
            </option>
          ))}
        </Field>
        <Field as="select" label={t('consent.label.purpose')} value={said.purpose} onChange={(event) => change({ purpose: event.target.value })}>
          {consentPurposeSchema.options.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`consent.purpose.${purpose}`)}
            </option>
          ))}
        </Field>
        <Field as="select" label={t('consent.label.source')} value={said.source} onChange={(event) => change({ source: event.target.value })}>
          {sources.map((source) => (
            <option key={source} value={source}>
              {t(`consent.source.${source}`)}
            </option>
          ))}
        </Field>
      </div>
      <Field label={t('consent.label.how')} maxLength={500} autoComplete="off" value={said.how} onChange={(event) => change({ how: event.target.value })} />
      <div className={styles.foot}>
        <Button size="small" onPress={() => onCancel(done)}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="submit">
          {t('consent.save')}
        </Button>
      </div>
    </form>
  );
}
