import { isoNow } from '#shared/domain/clock.ts';
import { scriptValueFault } from '#shared/domain/script/check-value.ts';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { useCountry } from '../../app/use-country.ts';
import type { BoundField, BoundState } from '../script/bound-value.ts';
import { BoundFieldView } from '../script/BoundField.tsx';
import { OwnField } from '../script/StepField.tsx';

interface PreviewFieldProps {
  readonly field: ScriptField;
  /** What the script noted. */
  readonly value: string;
  /** What the file of whoever calls has; null: nobody is known, and nothing is bound. */
  readonly inFile: string | null;
  readonly onChange: (value: string) => void;
  /** What is written goes into the file of whoever calls, for as long as the script is tried. */
  readonly onKeep: (value: string) => void;
}

/** A field as it is in a call; the file behind it is nobody's. */
export function PreviewField({ field, value, inFile, onChange, onKeep }: PreviewFieldProps) {
  const { bind } = field;
  return bind === undefined ? <OwnField field={field} value={value} onChange={onChange} /> : <PreviewBound field={{ ...field, bind }} value={value} inFile={inFile} onChange={onChange} onKeep={onKeep} />;
}

function PreviewBound({ field, value, inFile, onChange, onKeep }: PreviewFieldProps & { readonly field: BoundField }) {
  const country = useCountry();
  const state = stateOf(value, inFile);
  const text = state === 'asked' ? (inFile ?? '') : value;
  const keep = (kept: string): void => {
    onKeep(kept);
    onChange(kept);
  };
  const fault = scriptValueFault(field, text, { country, today: isoNow().slice(0, 10) });
  return <BoundFieldView field={field} inHand={{ state, text, noted: value, fault, type: onChange, confirm: () => onChange(text), keep }} />;
}

function stateOf(noted: string, inFile: string | null): BoundState {
  if (inFile === null) return 'unlinked';
  if (noted === '') return inFile === '' ? 'empty' : 'asked';
  return noted === inFile ? 'confirmed' : 'typed';
}
