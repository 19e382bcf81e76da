import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

/** Writes the log as one file where the operator chooses: what the help desk asks for. */
export function ExportLogButton() {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const report = useReport();
  return (
    <Button
      onPress={() =>
        void report(async () => {
          const { path } = await main.call('log.export', undefined, { timeoutMs: 0 });
          if (path !== null) notices.show({ kind: 'done', code: 'done.logExported' });
        })
      }
    >
      {t('action.exportLog')}
    </Button>
  );
}
