import { useRef, type KeyboardEvent } from 'react';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Script.module.css';

interface ReasonFieldProps {
  readonly label: string;
  /** Usual reasons in the operator's language, each taken by its number; empty where words of one's own are asked for. */
  readonly usual: readonly string[];
  readonly reason: string;
  /** It was asked for, and is not there. */
  readonly isMissing: boolean;
  readonly autoFocus?: boolean;
  readonly onReason: (reason: string) => void;
}

/** Why the order of the script is left: one of the usual reasons by its number, or words of one's own. */
export function ReasonField({ label, usual, reason, isMissing, autoFocus = false, onReason }: ReasonFieldProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);

  function take(text: string): void {
    onReason(text);
    input.current?.focus();
  }

  /** A number is a reason's as long as nothing was typed; behind words it is a number. */
  function byNumber(event: KeyboardEvent): void {
    const chosen = usual[digitOf(event) - 1];
    if (chosen === undefined || (reason !== '' && !usual.includes(reason))) return;
    event.preventDefault();
    take(chosen);
  }

  return (
    <>
      <Field
        ref={input}
        label={label}
        hint={usual.length === 0 ? t('script.skipOwnWords') : undefined}
        value={reason}
        autoFocus={autoFocus}
        autoComplete="off"
        required
        maxLength={500}
        error={isMissing ? t('form.error.required') : undefined}
        onKeyDown={byNumber}
        onChange={(event) => onReason(event.target.value)}
      />
      {usual.length === 0 ? null : (
        <span className={styles.traits} role="group" aria-label={t('script.skipUsual')}>
          {usual.map((text, index) => (
            <UsualReason key={text} text={text} keys={String(index + 1)} isOn={reason === text} onTake={() => take(text)} />
          ))}
        </span>
      )}
    </>
  );
}

interface UsualReasonProps {
  readonly text: string;
  readonly keys: string;
  readonly isOn: boolean;
  readonly onTake: () => void;
}

function UsualReason({ text, keys, isOn, onTake }: UsualReasonProps) {
  // Outside the field too: its number must not choose the customer's answer while it stands here.
  useShortcut(keys, onTake);
  return (
    <Button size="small" keys={keys} isOn={isOn} onPress={onTake}>
      {text}
    </Button>
  );
}

/** @returns the digit of a key press, on a keyboard that types digits with Shift too; 0 for any other key. */
function digitOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return 0;
  if (/^[1-9]$/.test(event.key)) return Number(event.key);
  return event.shiftKey ? 0 : Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
}
