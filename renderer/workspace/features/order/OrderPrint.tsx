import type { Order } from '#shared/domain/ordering/order.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { orderPrint } from './order-print.ts';

/** The order on paper, or as a PDF to send along. */
export function OrderPrint({ order }: { readonly order: Order }) {
  const { t, language } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const number = order.number ?? t('order.numberPending');

  function print(how: 'printer' | 'pdf'): void {
    void once(async () => {
      const sheet = orderPrint(order, { t, language, operator, now: Date.now() });
      const { done } = await main.call('office.print', { sheet, how, customerId: order.customerId }, { timeoutMs: 0 });
      if (done) notices.show({ kind: 'done', code: how === 'pdf' ? 'done.pdfSaved' : 'done.printed' });
    });
  }
  return (
    <>
      <Button size="small" isDisabled={busy} aria-label={`${t('print.print')} ${number}`} onPress={() => print('printer')}>
        {t('print.print')}
      </Button>
      <Button size="small" isDisabled={busy} aria-label={`${t('print.pdf')} ${number}`} onPress={() => print('pdf')}>
        {t('print.pdf')}
      </Button>
    </>
  );
}
