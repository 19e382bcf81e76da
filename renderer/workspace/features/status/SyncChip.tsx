import type { SyncStatus } from '#shared/domain/sync-status.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useSyncStatus } from '../../app/store-queries.ts';
import { timeOfDay, wholeNumber } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { ActionChip } from './ActionChip.tsx';

const tones: Record<SyncStatus['state'], Tone> = { 'signed-out': 'neutral', filling: 'busy', synced: 'good', syncing: 'busy', offline: 'warn', failed: 'bad' };

/** How the local file stands towards the centre. Work goes on in every one of these states; what needs a decision is a press away. */
export function SyncChip({ onUnsent }: { readonly onUnsent: () => void }) {
  const { t, language } = useTexts();
  const session = useSnapshot((snapshot) => snapshot.session);
  const told = useSyncStatus().data;
  if (told === undefined) return null;
  // The store hears of a session only when central has answered: signed in on this device, it cannot be reached until then.
  const status: SyncStatus = told.state === 'signed-out' && session.state === 'signed-in' ? { ...told, state: session.offline ? 'offline' : 'syncing' } : told;
  const last = status.lastSyncedAt === null ? t('sync.never') : t('sync.last', { time: timeOfDay(language, status.lastSyncedAt) });
  const count = { count: status.pending, formatted: wholeNumber(language, status.pending) };
  if (status.parked > 0) {
    return (
      <ActionChip tone="warn" detail={t('sync.parkedDetail')} keys="Ctrl+d" onPress={onUnsent}>
        {t('sync.parked', { count: status.parked })}
      </ActionChip>
    );
  }
  if (status.state === 'offline' || status.state === 'failed') {
    return (
      <Chip tone={tones[status.state]} detail={status.error === null ? last : `${t(`errors.${status.error}`)} ${last}`}>
        {status.pending > 0 ? t('sync.offlinePending', count) : t(`sync.${status.state}`)}
      </Chip>
    );
  }
  return (
    <Chip tone={status.pending > 0 ? 'busy' : tones[status.state]} detail={last}>
      {status.pending > 0 ? t('sync.pending', count) : t(`sync.${status.state}`)}
    </Chip>
  );
}
