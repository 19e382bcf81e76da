import { useState } from 'react';
import type { ScriptPath } from '#shared/domain/script/finding.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { moved } from './script-edits.ts';
import { emptyValue, withoutNull, type FieldSchema } from './schema.ts';
import { SimpleField, type FormContext } from './SimpleField.tsx';
import { PairList } from './PairList.tsx';
import { useFormTexts } from './use-form-texts.ts';
import styles from './Form.module.css';

export interface SchemaFormProps {
  readonly form: FormContext;
  readonly schema: FieldSchema;
  readonly path: ScriptPath;
  readonly value: unknown;
  /** These properties, in this order; absent: all. */
  readonly only?: readonly string[];
  /** Properties that are written elsewhere. */
  readonly without?: readonly string[];
}

type Value = Readonly<Record<string, unknown>>;

/** The form of an object, from its schema: whatever property the format comes to know has its field. */
export function SchemaForm({ form, schema, path, value, only, without = [] }: SchemaFormProps) {
  const names = (only ?? Object.keys(schema.properties ?? {})).filter((name) => !without.includes(name));
  const properties = names.map((name) => [name, schema.properties?.[name] ?? {}] as const);
  const values = (value ?? {}) as Value;
  return (
    <div className={styles.form}>
      {properties.map(([name, inner]) => (
        <SchemaField key={name} form={form} name={name} schema={inner} path={[...path, name]} value={values[name]} isRequired={schema.required?.includes(name) === true} />
      ))}
    </div>
  );
}

interface SchemaFieldProps {
  readonly form: FormContext;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly path: ScriptPath;
  readonly value: unknown;
  readonly isRequired: boolean;
}

function SchemaField({ form, name, schema: given, path, value, isRequired }: SchemaFieldProps) {
  const { labelOf } = useFormTexts();
  const { schema, isNullable } = withoutNull(given);
  if (schema.type === 'array' && schema.items?.type === 'object') return <ItemList form={form} name={name} schema={schema} path={path} items={(value ?? []) as readonly unknown[]} isRequired={isRequired} />;
  if (schema.type === 'object' && schema.additionalProperties !== false && schema.additionalProperties !== undefined) {
    return <PairList label={labelOf(name)} value={(value ?? {}) as Readonly<Record<string, string | null>>} onChange={(next) => form.change(path, next)} />;
  }
  if (schema.type === 'object') return <OptionalPart form={form} name={name} schema={schema} path={path} value={value} isRequired={isRequired} />;
  return <SimpleField form={form} name={name} schema={schema} path={path} value={value} isRequired={isRequired} isNullable={isNullable} />;
}

/** A part that may be left out as a whole, such as a condition. */
function OptionalPart({ form, name, schema, path, value, isRequired }: SchemaFieldProps) {
  const { t } = useTexts();
  const { labelOf } = useFormTexts();
  if (value === undefined && !isRequired) {
    return (
      <div>
        <Button size="small" onPress={() => form.change(path, emptyValue(schema))}>
          {t('scriptEditor.addPart', { part: labelOf(name) })}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={styles.part}>
      <legend>{labelOf(name)}</legend>
      <Sentence text={form.sentenceOf(name, value)} />
      <SchemaForm form={form} schema={schema} path={path} value={value} />
      {isRequired ? null : (
        <Button size="small" tone="quiet" onPress={() => form.change(path, undefined)}>
          {t('scriptEditor.removePart', { part: labelOf(name) })}
        </Button>
      )}
    </fieldset>
  );
}

/** What the fields of a part say together; read out when it has changed. */
function Sentence({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p className={styles.sentence} role="status">
      {text}
    </p>
  );
}

interface ItemListProps {
  readonly form: FormContext;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly path: ScriptPath;
  readonly items: readonly unknown[];
  readonly isRequired: boolean;
}

/** A list of answers, fields, terms: each folded to its name until it is opened. */
function ItemList({ form, name, schema, path, items, isRequired }: ItemListProps) {
  const { t } = useTexts();
  const { labelOf } = useFormTexts();
  const inner = schema.items ?? {};
  const set = (next: readonly unknown[]): void => form.change(path, next.length === 0 && !isRequired ? undefined : next);
  return (
    <fieldset className={styles.list}>
      <legend>{labelOf(name)}</legend>
      {items.map((item, index) => (
        // Items have no name that stays while they are written; their place is what they are known by.
        <Item key={index} form={form} list={name} schema={inner} path={[...path, index]} items={items} index={index} isLast={isRequired && items.length === 1} onChange={set} item={item} />
      ))}
      <Button size="small" isDisabled={schema.maxItems !== undefined && items.length >= schema.maxItems} onPress={() => set([...items, form.newItem(name, emptyValue(inner), items)])}>
        {t('scriptEditor.addPart', { part: t('scriptEditor.another', { list: labelOf(name) }) })}
      </Button>
    </fieldset>
  );
}

interface ItemProps {
  readonly form: FormContext;
  readonly list: string;
  readonly schema: FieldSchema;
  readonly path: ScriptPath;
  readonly items: readonly unknown[];
  readonly index: number;
  readonly item: unknown;
  /** It is the only one, and there must be one. */
  readonly isLast: boolean;
  readonly onChange: (items: readonly unknown[]) => void;
}

/** Folded it is its name, and no more: a step may have thirty of them with ten fields each. */
function Item({ form, list, schema, path, items, index, item, isLast, onChange }: ItemProps) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(nameOf(item) === '');
  const isOpen = opened || form.isOpen(path);
  const called = nameOf(item) || t('scriptEditor.nameless', { number: index + 1 });
  return (
    <details className={styles.item} open={isOpen} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <span className={styles.number}>{index + 1}</span> {called} {form.asideOf(list, item)}
      </summary>
      {isOpen ? (
        <>
          <SchemaForm form={form} schema={schema} path={path} value={item} />
          <div className={styles.itemTools}>
            <Button size="small" tone="quiet" isDisabled={index === 0} aria-label={t('scriptEditor.moveUp', { name: called })} onPress={() => onChange(moved(items, index, -1))}>
              ↑
            </Button>
            <Button size="small" tone="quiet" isDisabled={index === items.length - 1} aria-label={t('scriptEditor.moveDown', { name: called })} onPress={() => onChange(moved(items, index, 1))}>
              ↓
            </Button>
            <Button size="small" tone="quiet" isDisabled={isLast} onPress={() => onChange(items.filter((_, other) => other !== index))}>
              {t('scriptEditor.removePart', { part: called })}
            </Button>
          </div>
        </>
      ) : null}
    </details>
  );
}

function nameOf(item: unknown): string {
  const { label, title, key } = (item ?? {}) as Value;
  return [label, title, key].find((name): name is string => typeof name === 'string' && name !== '') ?? '';
}
