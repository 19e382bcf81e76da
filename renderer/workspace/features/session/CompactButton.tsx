import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

interface CompactButtonProps {
  readonly isDisabled: boolean;
}

/** Gives back the room that deleted rows left in the file; no file can be opened for a moment, so not during a call. */
export function CompactButton({ isDisabled }: CompactButtonProps) {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();

  async function compact(): Promise<void> {
    await main.call('store.compact', undefined, { timeoutMs: 0 });
    notices.show({ kind: 'done', code: 'done.compacted' });
  }

  return (
    <Button isDisabled={isDisabled || busy} onPress={() => void once(compact)}>
      {busy ? t('startup.busy') : t('settings.compact')}
    </Button>
  );
}
