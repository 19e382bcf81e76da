import { useState } from 'react';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Devices.module.css';
import { deviceMove, type DeviceMove } from './device-move.ts';

/** During a conversation: where its sound went when a device came or went. Gone with the conversation, or when it was read. */
export function DeviceMoves() {
  const { t } = useTexts();
  const devices = useSnapshot((snapshot) => snapshot.devices);
  const talking = useSnapshot((snapshot) => snapshot.calls.some((call) => call.state === 'connected'));
  const [seen, setSeen] = useState(devices);
  const [move, setMove] = useState<DeviceMove | null>(null);
  if (seen !== devices) {
    setSeen(devices);
    const next = deviceMove(seen, devices);
    if (next !== null && talking) setMove(next);
  }
  if (move !== null && !talking) setMove(null);
  if (move === null) return null;
  return (
    <div className={styles.moves}>
    <Notice
      tone={move.kind === 'lost' ? 'warn' : 'info'}
      live="status"
      title={title(move)}
      actions={
        <Button size="small" onPress={() => setMove(null)}>
          {t('action.dismiss')}
        </Button>
      }
    >
      {move.kind === 'back' ? null : where(move)}
    </Notice>
    </div>
  );

  function title(shown: DeviceMove): string {
    if (shown.kind === 'lost') return t('devices.lost', { name: shown.lost });
    return shown.kind === 'back' ? t('devices.back', { name: shown.name }) : t('devices.moved');
  }

  function where({ speaker, microphone }: Exclude<DeviceMove, { kind: 'back' }>): string {
    const hear = speaker === null ? t('devices.hearNothing') : t('devices.hearVia', { name: speaker });
    const speak = microphone === null ? t('devices.speakNothing') : t('devices.speakVia', { name: microphone });
    return `${hear} ${speak}`;
  }
}
