import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

const keys = { promise: 'F10', case: 'Ctrl+u' } as const;

/** What lies ready beside a step in which something is promised or noted: the same as its key. */
export function StepTool({ kind, isDisabled }: { readonly kind: keyof typeof keys; readonly isDisabled: boolean }) {
  const { t } = useTexts();
  const { shortcuts } = useServices();
  return (
    <div>
      <Button size="small" keys={keys[kind]} isDisabled={isDisabled} onPress={() => void shortcuts.run(keys[kind])}>
        {t(kind === 'promise' ? 'promise.open' : 'followUp.open')}
      </Button>
    </div>
  );
}
