import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RepairButton } from '../session/RepairButton.tsx';
import styles from './PlaceTroubles.module.css';

/** What touches the whole workplace and cannot stay a chip: said in words, above the line. */
export function PlaceTroubles() {
  const { t } = useTexts();
  const session = useSnapshot((snapshot) => snapshot.session);
  const store = useSnapshot((snapshot) => snapshot.store);
  const registration = useSnapshot((snapshot) => snapshot.registration);
  const relay = useSnapshot((snapshot) => snapshot.audio.relay);
  const trouble = store.state === 'ready' ? store.trouble : undefined;
  if (store.state !== 'failed' && trouble === undefined && session.state === 'signed-in' && registration.state !== 'refused' && relay !== 'refused') return null;
  return (
    <div className={styles.troubles}>
      {store.state === 'failed' ? (
        <Notice tone="error" live="alert" title={t('place.storeFailed')}>
          {t(`errors.${store.error}`)}
        </Notice>
      ) : null}
      {trouble === undefined ? null : (
        <Notice tone="error" live="alert" title={t(`errors.${trouble}`)} actions={trouble === 'store.corrupt' ? <RepairButton /> : undefined}>
          {trouble === 'store.corrupt' ? t('place.storeDamaged') : t('place.storeTrouble')}
        </Notice>
      )}
      {session.state === 'signed-in' ? null : (
        <Notice tone="warn" live="status" title={t('place.signedOut')}>
          {t('place.signedOutBody')}
        </Notice>
      )}
      {registration.state === 'refused' ? (
        <Notice tone="error" live="alert" title={t('place.refused', { status: registration.sipStatus })}>
          {t(`errors.${registration.error}`)}
        </Notice>
      ) : null}
      {relay === 'refused' ? (
        <Notice tone="warn" live="status" title={t('place.relayRefused')}>
          {t('place.relayRefusedBody')}
        </Notice>
      ) : null}
    </div>
  );
}
