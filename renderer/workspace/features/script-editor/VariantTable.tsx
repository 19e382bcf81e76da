import { hasWordsFor } from '#shared/domain/script/audience.ts';
import { pointerOf, type ScriptPath } from '#shared/domain/script/finding.ts';
import type { Script, ScriptStep } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import type { FormContext } from './SimpleField.tsx';
import { useFormTexts } from './use-form-texts.ts';
import styles from './Form.module.css';

type Variant = NonNullable<ScriptStep['variants']>[number];

interface VariantTableProps {
  readonly form: FormContext;
  readonly script: Script;
  readonly step: ScriptStep;
  readonly path: ScriptPath;
}

/** What is said, for each audience of the script side by side: where words are missing, an empty field stands and says so. */
export function VariantTable({ form, script, step, path }: VariantTableProps) {
  const { t } = useTexts();
  const { valueOf } = useFormTexts();
  const variants = step.variants ?? [];
  const audienceOf = ({ language, register, profile }: Omit<Variant, 'say'>): string => [language, register, profile].flatMap((each) => (each === undefined ? [] : [valueOf(each)])).join(' · ');
  const missing = (script.audiences ?? []).filter(({ language, register }) => !hasWordsFor(script, step, language, register));
  const put = (next: readonly Variant[]): void => form.change([...path, 'variants'], next.length === 0 ? undefined : next);
  return (
    <div className={styles.variants} role="group" aria-label={t('scriptEditor.words')}>
      <Field
        as="textarea"
        name={pointerOf([...path, 'say'])}
        label={`${t('scriptEditor.ownWords')} · ${audienceOf({ language: script.language, register: script.register ?? 'formal' })}`}
        error={form.errorAt(pointerOf([...path, 'say']))}
        required
        rows={5}
        lang={script.language}
        value={step.say}
        onChange={(event) => form.change([...path, 'say'], event.target.value)}
      />
      {variants.map((variant, index) => (
        <Field
          key={index}
          as="textarea"
          name={pointerOf([...path, 'variants', index, 'say'])}
          label={audienceOf({ ...variant, language: variant.language ?? script.language })}
          error={form.errorAt(pointerOf([...path, 'variants', index, 'say'])) ?? form.errorAt(pointerOf([...path, 'variants', index]))}
          rows={5}
          lang={variant.language ?? script.language}
          value={variant.say}
          // Emptied words are no words: the variant goes, and stands there as missing.
          onChange={(event) => put(event.target.value === '' ? variants.filter((_, other) => other !== index) : variants.map((other, place) => (place === index ? { ...other, say: event.target.value } : other)))}
        />
      ))}
      {missing.map(({ language, register }, index) => (
        <div key={`${language} ${register}`} className={styles.variant} data-missing="true">
          <Field
            as="textarea"
            name={index === 0 ? pointerOf([...path, 'variants']) : undefined}
            label={audienceOf({ language, register })}
            labelAside={<span className={styles.missing}>{t('scriptEditor.missing')}</span>}
            rows={5}
            lang={language}
            value=""
            onChange={(event) => put([...variants, { ...(language === script.language ? {} : { language }), register, say: event.target.value }])}
          />
        </div>
      ))}
    </div>
  );
}
