import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { afterCallFields } from '#shared/domain/wrapup/after-call.ts';
import { capturedOf, useDraft } from '../../app/use-draft.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { StepField } from '../script/StepField.tsx';
import { chosenOutcome } from './completeness.ts';
import styles from './WrapUpBar.module.css';

/** What the centre wants to know after a call with this outcome. Journaled as it is typed, like a script's fields; nothing where it asks for nothing. */
export function AfterCallForm({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const { values: chosen } = useDraft(file, 'outcomeId');
  const { values, record } = useDraft(file, 'script');
  const outcomeId = chosenOutcome(file, chosen);
  const fields = afterCallFields(file.queue?.afterCall ?? null, file.outcomes.find(({ id }) => id === outcomeId)?.code ?? null);
  if (fields.length === 0) return null;
  const captured = capturedOf(file, values);
  return (
    <fieldset className={styles.afterCall}>
      <legend>{t('wrapup.afterCall')}</legend>
      {fields.map((field) => (
        <StepField key={field.key} file={file} field={field} value={Object.hasOwn(captured, field.key) ? (captured[field.key] ?? '') : ''} onChange={(value) => record({ [`script.${field.key}`]: value })} />
      ))}
    </fieldset>
  );
}
