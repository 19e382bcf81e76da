import type { Script, ScriptStep } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyField } from './KeyField.tsx';
import { SchemaForm } from './SchemaForm.tsx';
import type { FormContext } from './SimpleField.tsx';
import { stepFormat } from './schema.ts';
import { VariantTable } from './VariantTable.tsx';
import styles from './Editor.module.css';

interface StepFormProps {
  readonly form: FormContext;
  readonly script: Script;
  readonly step: ScriptStep;
  readonly index: number;
  readonly onRename: (key: string) => void;
  readonly onStart: () => void;
  readonly onRemove: () => void;
}

/** All of one step: its words side by side, and everything else that the format knows. */
export function StepForm({ form, script, step, index, onRename, onStart, onRemove }: StepFormProps) {
  const { t } = useTexts();
  const path = ['steps', index] as const;
  return (
    <div className={styles.stepForm}>
      <SchemaForm form={form} schema={stepFormat} path={path} value={step} only={['title', 'kind']} />
      <VariantTable form={form} script={script} step={step} path={path} />
      <SchemaForm form={form} schema={stepFormat} path={path} value={step} without={['key', 'title', 'kind', 'say', 'variants']} />
      <KeyField label={t('scriptEditor.stepKey')} value={step.key} isFree={(key) => !script.steps.some((other) => other.key === key)} onRename={onRename} />
      <div className={styles.buttons}>
        <Button size="small" isDisabled={script.start === step.key} onPress={onStart}>
          {t('scriptEditor.makeStart')}
        </Button>
        <Button size="small" isDisabled={script.steps.length === 1} onPress={onRemove}>
          {t('scriptEditor.removeStep')}
        </Button>
      </div>
    </div>
  );
}
