import type { ReactNode } from 'react';
import type { AudioRole } from '#shared/domain/devices.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { choiceOf, deviceOptions, systemDevice, valueOf } from './device-options.ts';
import styles from './Devices.module.css';

interface DeviceFieldProps {
  readonly role: AudioRole;
  /** A level, or a way to hear it. */
  readonly children: ReactNode;
}

/** One role's device: what is chosen, what "standard" is at this moment, and what is really used where that is something else. */
export function DeviceField({ role, children }: DeviceFieldProps) {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const devices = useSnapshot((snapshot) => snapshot.devices);
  const choice = settings.sound[role];
  const options = deviceOptions(devices, role, choice);
  const standard = systemDevice(devices, role);
  const { state, inUse } = devices[role];
  return (
    <div className={styles.device}>
      <Field as="select" label={t(`devices.${role}`)} value={valueOf(choice)} onChange={(event) => change({ sound: { ...settings.sound, [role]: choiceOf(event.target.value, options) } })}>
        <option value="system">{standard === null ? t('devices.systemNone') : t('devices.system', { now: standard.label })}</option>
        {options.map(({ value, label, isPresent }) => (
          <option key={value} value={value}>
            {isPresent ? label : t('devices.absent', { label })}
          </option>
        ))}
      </Field>
      {state === 'chosen' ? (
        <p className={styles.now}>{t('devices.now', { now: inUse?.label ?? '' })}</p>
      ) : (
        <p className={styles.missing} role="status">
          {inUse === null ? t(`devices.none.${role}`) : t('devices.fallback', { now: inUse.label })}
        </p>
      )}
      {children}
    </div>
  );
}
