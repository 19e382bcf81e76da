import type { ReactNode } from 'react';
import { pointerOf, type ScriptPath } from '#shared/domain/script/finding.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { FieldSchema } from './schema.ts';
import { KeyField } from './KeyField.tsx';
import { useFormTexts } from './use-form-texts.ts';
import styles from './Form.module.css';

/** What a form needs to know of the script it is a part of. */
export interface FormContext {
  readonly change: (path: ScriptPath, value: unknown) => void;
  /** What is wrong at exactly this place, in words. */
  readonly errorAt: (pointer: string) => string | undefined;
  /** What can be chosen for a property that names something else of the script; null: it is free. */
  readonly choicesOf: (name: string) => readonly { readonly value: string; readonly label: string }[] | null;
  /** Something inside is to be looked at. */
  readonly isOpen: (path: ScriptPath) => boolean;
  readonly newItem: (list: string, empty: unknown, others: readonly unknown[]) => unknown;
  /** A part that can be said as a sentence, as one; null: it cannot. */
  readonly sentenceOf: (name: string, value: unknown) => string | null;
  /** Gives a part another key, and all that names it. */
  readonly rename: (path: ScriptPath, key: string) => void;
  /** No other part that would be meant has this key. */
  readonly isFree: (path: ScriptPath, key: string) => boolean;
  readonly asideOf: (list: string, item: unknown) => ReactNode;
}

interface SimpleFieldProps {
  readonly form: FormContext;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly path: ScriptPath;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
}

const longText = 200;

/** A property that is one value, or a list of words. */
export function SimpleField({ form, name, schema, path, value, isRequired, isNullable }: SimpleFieldProps) {
  const { t } = useTexts();
  const { labelOf, hintOf, valueOf } = useFormTexts();
  const pointer = pointerOf(path);
  const shared = { name: pointer, label: labelOf(name), hint: hintOf(name, schema), error: form.errorAt(pointer), required: isRequired };
  const typed = (text: string): void => form.change(path, text === '' && isNullable ? null : text === '' && !isRequired ? undefined : text);
  const choices = schema.enum?.map((each) => ({ value: each, label: valueOf(each) })) ?? form.choicesOf(name);

  if (schema.type === 'boolean') return <Toggle label={shared.label} {...(shared.hint === undefined ? {} : { hint: shared.hint })} isOn={value === true} onChange={(on) => form.change(path, on || isRequired ? on : undefined)} />;
  if (schema.type === 'array') {
    const words = (value ?? []) as readonly string[];
    const named = schema.items?.enum?.map((each) => ({ value: each, label: valueOf(each) })) ?? form.choicesOf(name);
    if (named !== null) return <Several label={shared.label} all={withUnknown(named, words, (key) => t('scriptEditor.unknown', { key }))} chosen={words} onChange={(next) => form.change(path, next.length === 0 ? undefined : next)} />;
    return <Field as="textarea" {...shared} hint={shared.hint ?? t('scriptEditor.onePerLine')} rows={Math.max(2, words.length + 1)} value={words.join('\n')} onChange={(event) => form.change(path, event.target.value === '' ? undefined : linesOf(event.target.value, schema))} />;
  }
  if (choices !== null) {
    const known = choices.some((choice) => choice.value === value);
    return (
      <Field as="select" {...shared} value={typeof value === 'string' ? value : ''} onChange={(event) => typed(event.target.value)}>
        {isNullable || !isRequired ? <option value="">{isNullable ? t('scriptEditor.ends') : t('scriptEditor.none')}</option> : null}
        {typeof value === 'string' && value !== '' && !known ? <option value={value}>{t('scriptEditor.unknown', { key: value })}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Field>
    );
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return <Field {...shared} type="number" min={schema.minimum} max={schema.maximum} value={typeof value === 'number' ? value : ''} onChange={(event) => form.change(path, event.target.value === '' ? (isRequired ? 0 : undefined) : Number(event.target.value))} />;
  }
  const text = typeof value === 'string' ? value : '';
  if (name === 'key') return <KeyField label={shared.label} name={pointer} value={text} error={shared.error} isFree={(key) => form.isFree(path, key)} onRename={(key) => form.rename(path, key)} />;
  if ((schema.maxLength ?? 0) > longText) return <Field as="textarea" {...shared} rows={Math.min(8, Math.max(2, Math.ceil(text.length / 60)))} value={text} onChange={(event) => typed(event.target.value)} />;
  return <Field {...shared} value={text} onChange={(event) => typed(event.target.value)} />;
}

/** Empty lines stay while they are being typed between others; at the end one is where the next word will be. */
function linesOf(text: string, { maxItems = Number.POSITIVE_INFINITY }: FieldSchema): readonly string[] {
  return text.split('\n').slice(0, maxItems);
}

type Choice = NonNullable<ReturnType<FormContext['choicesOf']>>[number];

/** What is chosen and not there (any more) can still be taken away. */
function withUnknown(all: readonly Choice[], chosen: readonly string[], labelOf: (key: string) => string): readonly Choice[] {
  return [...all, ...chosen.filter((value) => !all.some((each) => each.value === value)).map((value) => ({ value, label: labelOf(value) }))];
}

interface SeveralProps {
  readonly label: string;
  readonly all: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Several({ label, all, chosen, onChange }: SeveralProps) {
  return (
    <fieldset className={styles.several}>
      <legend>{label}</legend>
      {all.map((each) => (
        <label key={each.value}>
          <input type="checkbox" checked={chosen.includes(each.value)} onChange={(event) => onChange(all.flatMap(({ value }) => ((value === each.value ? event.target.checked : chosen.includes(value)) ? [value] : [])))} /> {each.label}
        </label>
      ))}
    </fieldset>
  );
}
