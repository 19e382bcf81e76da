import { useState } from 'react';
import type { Grouping } from '#shared/domain/checks/grouping.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { groupedAs } from '../entry/grouped-as.ts';
import { verified } from '../entry/verified.ts';
import { LockSign } from '../identity/LockSign.tsx';
import { sensitiveMark } from '../recording/sensitive-pause.ts';
import type { BoundField as BoundScriptField } from './bound-value.ts';
import { useBoundField, type BoundFieldInHand } from './use-bound-field.ts';
import styles from './Bound.module.css';

interface BoundFieldProps {
  readonly field: BoundScriptField;
  readonly file: InteractionFile;
}

const inputTypes: Readonly<Partial<Record<ScriptField['type'], string>>> = { phone: 'tel', email: 'email' };
const groupings: Readonly<Partial<Record<ScriptField['type'], Grouping>>> = { vat: 'vat', phone: 'phone', date: 'date' };

/** A field of the script that is a field of the file: what the file has is confirmed or corrected here, and nowhere is typed twice. */
export function BoundField({ field, file }: BoundFieldProps) {
  return <BoundFieldView field={field} inHand={useBoundField(field, file)} />;
}

/** As it is drawn, whoever's file it is. */
export function BoundFieldView({ field, inHand }: { readonly field: BoundScriptField; readonly inHand: BoundFieldInHand }) {
  const { t } = useTexts();
  const { state, text, noted, fault, type, confirm, keep } = inHand;
  const [left, setLeft] = useState(false);
  const name = `script.${field.key}`;
  if (left && fault === null) setLeft(false);
  usePointed((pointed) => {
    if (pointed !== name) return;
    setLeft(true);
    document.getElementsByName(name)[0]?.focus();
  });

  function enter(): void {
    if (fault !== null) setLeft(true);
    else if (state === 'asked') confirm();
    else if (state === 'typed') keep(text);
  }

  const error = left ? faultText(t, fault) : undefined;
  return (
    <div className={styles.bound} data-state={state}>
      <Field
        name={name}
        label={field.label}
        labelAside={state === 'masked' ? <LockSign /> : <span className={styles.state}>{t(`script.bound.${state}`)}</span>}
        required={field.required ?? false}
        error={error}
        hint={state === 'masked' ? t('script.boundLater') : undefined}
        isChanged={state === 'typed'}
        type={inputTypes[field.type] ?? 'text'}
        autoComplete="off"
        value={text}
        {...groupedAs(groupings[field.type])}
        {...(field.type === 'text' ? {} : verified)}
        {...(field.sensitive === true ? sensitiveMark : {})}
        onBlur={() => setLeft(fault !== null)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
        }}
      />
      {state === 'asked' ? (
        <Button size="small" keys="Enter" onPress={confirm}>
          {t('script.boundRight')}
        </Button>
      ) : null}
      {state === 'typed' ? (
        <Button size="small" keys="Enter" isDisabled={fault !== null} onPress={() => keep(text)}>
          {t('script.boundKeep')}
        </Button>
      ) : null}
      {state === 'differs' ? (
        <div className={styles.choice} role="group" aria-label={t('script.boundChoose', { field: field.label })}>
          <Button size="small" onPress={() => keep(noted)}>
            {t('script.boundScript', { value: noted })}
          </Button>
          <Button size="small" onPress={confirm}>
            {text === '' ? t('script.boundNothing') : t('script.boundFile', { value: text })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
