import { useState } from 'react';
import type { LineSettings } from '#shared/domain/settings.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import styles from './SettingsPage.module.css';

/** How the line treats calls that come while the operator talks, or is not ready. */
export function TelephoneSection() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const canForward = useSnapshot((snapshot) => snapshot.policy?.canForward === true);
  const { telephone } = settings;
  return (
    <SettingsSection name="telephone">
      <div className={styles.grid}>
        <Field
          as="select"
          label={t('telephone.whileTalking')}
          hint={t(`telephone.${telephone.whileTalking}Hint`)}
          value={telephone.whileTalking}
          onChange={(event) => change({ telephone: { ...telephone, whileTalking: event.target.value as LineSettings['whileTalking'] } })}
        >
          <option value="offer">{t('telephone.offer')}</option>
          <option value="busy">{t('telephone.busy')}</option>
        </Field>
        {canForward ? <Forward telephone={telephone} onChange={(forward) => change({ telephone: { ...telephone, forward } })} /> : null}
      </div>
    </SettingsSection>
  );
}

interface ForwardProps {
  readonly telephone: LineSettings;
  readonly onChange: (forward: LineSettings['forward']) => void;
}

function Forward({ telephone: { forward }, onChange }: ForwardProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const target = typed ?? forward.target;
  // Kept when the field is left: half a number is nowhere to send a customer.
  const keep = (): void => {
    if (typed === null) return;
    setTyped(null);
    const next = typed.trim();
    if (next !== forward.target) onChange({ enabled: forward.enabled && next !== '', target: next });
  };
  return (
    <div className={styles.forward}>
      <Field label={t('telephone.forwardTo')} hint={t('telephone.forwardHint')} inputMode="tel" value={target} onChange={(event) => setTyped(event.target.value)} onBlur={keep} onKeyDown={(event) => event.key === 'Enter' && keep()} />
      <Toggle label={t('telephone.forward')} isOn={forward.enabled} isDisabled={target.trim() === ''} onChange={(enabled) => onChange({ enabled, target: target.trim() })} />
    </div>
  );
}
