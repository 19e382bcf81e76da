import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

const patienceMs = 120_000;

/** Saves what was not sent out of the damaged file; the centre sends the rest again. */
export function RepairButton() {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();

  async function repair(): Promise<void> {
    const { incomplete } = await main.call('store.repair', undefined, { timeoutMs: patienceMs });
    notices.show({ kind: 'done', code: incomplete ? 'done.repairedPartly' : 'done.repaired' });
  }

  return (
    <Button tone="primary" isDisabled={busy} onPress={() => void once(repair)}>
      {busy ? t('startup.busy') : t('startup.repair')}
    </Button>
  );
}
