import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { customerPrint } from './customer-print.ts';

/** The file on paper, or as a PDF. */
export function CustomerPrint({ file }: { readonly file: CustomerFile }) {
  const { t, language } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));

  function print(how: 'printer' | 'pdf'): void {
    void once(async () => {
      const sheet = customerPrint(file, { t, language, operator, now: Date.now() });
      const { done } = await main.call('office.print', { sheet, how, customerId: file.customer.id }, { timeoutMs: 0 });
      if (done) notices.show({ kind: 'done', code: how === 'pdf' ? 'done.pdfSaved' : 'done.printed' });
    });
  }
  useShortcut('Ctrl+p', () => print('printer'));
  return (
    <>
      <Button keys="Ctrl+p" isDisabled={busy} onPress={() => print('printer')}>
        {t('print.print')}
      </Button>
      <Button isDisabled={busy} onPress={() => print('pdf')}>
        {t('print.pdf')}
      </Button>
    </>
  );
}
