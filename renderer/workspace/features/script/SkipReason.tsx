import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Script.module.css';

interface SkipReasonProps {
  /** No usual reason will do: the step is mandatory. */
  readonly ownWords: boolean;
  readonly onSkip: (reason: string) => void;
  readonly onCancel: () => void;
}

const usualReasons = ['notApplicable', 'discussed', 'declined', 'noTime'] as const;

/**
 * Asks why a step is left out: one of the usual reasons by its number, or words of one's own. The operator opened it, so the focus
 * may go there.
 */
export function SkipReason({ ownWords, onSkip, onCancel }: SkipReasonProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const usual = ownWords ? [] : usualReasons.map((key) => t(`script.skipUsually.${key}`));

  // The focus brings the field alone into view, at the foot of its panel; the numbers stand below it.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);

  function take(text: string): void {
    setReason(text);
    form.current?.querySelector('input')?.focus();
  }

  /** A number is a reason's as long as nothing was typed; behind words it is a number. */
  function byNumber(event: KeyboardEvent): void {
    const chosen = usual[digitOf(event) - 1];
    if (chosen === undefined || (reason !== '' && !usual.includes(reason))) return;
    event.preventDefault();
    take(chosen);
  }

  return (
    <form
      ref={form}
      className={styles.skip}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setAsked(true);
        else onSkip(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <Field
        label={t(ownWords ? 'script.skipReason' : 'script.skipWhy')}
        hint={ownWords ? t('script.skipOwnWords') : undefined}
        value={reason}
        autoFocus
        autoComplete="off"
        required
        maxLength={500}
        error={asked && reason.trim() === '' ? t('form.error.required') : undefined}
        onKeyDown={byNumber}
        onChange={(event) => setReason(event.target.value)}
      />
      {ownWords ? null : (
        <span className={styles.traits} role="group" aria-label={t('script.skipUsual')}>
          {usual.map((text, index) => (
            <UsualReason key={text} text={text} keys={String(index + 1)} isOn={reason === text} onTake={() => take(text)} />
          ))}
        </span>
      )}
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" keys="Enter">
          {t('script.skipConfirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
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
