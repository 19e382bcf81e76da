import type { ScriptStepKind } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';

const tools = {
  promise: { keys: 'F10', label: 'promise.open' },
  case: { keys: 'Ctrl+u', label: 'followUp.open' },
  order: { keys: 'Ctrl+4', label: 'order.tab' },
  transfer: { keys: 'Alt+t', label: 'transfer.open' },
  'look-up': { keys: 'F1', label: 'knowledge.lookUp' },
} as const;

interface StepToolProps {
  readonly kind: ScriptStepKind | undefined;
  readonly isDisabled: boolean;
}

/** What lies ready beside a step in which something is promised, noted, ordered, passed on or looked up: the same as its key. */
export function StepTool({ kind, isDisabled }: StepToolProps) {
  const { t } = useTexts();
  const { shortcuts } = useServices();
  const tool = kind !== undefined && kind in tools ? tools[kind as keyof typeof tools] : null;
  if (tool === null) return null;
  return (
    <div>
      <Button size="small" keys={tool.keys} isDisabled={isDisabled} onPress={() => void shortcuts.run(tool.keys)}>
        {t(tool.label)}
      </Button>
    </div>
  );
}
