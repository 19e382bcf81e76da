import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Keypad.module.css';

/** What main takes at once. */
const longest = 64;

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

interface KeypadProps {
  readonly callId: string;
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Tones for a menu at the other end, typed, pasted or kept by the centre. Type as fast as you like: digits leave in the order they were typed. */
export function Keypad({ callId, triggerRef, isOpen, onOpenChange }: KeypadProps) {
  return (
    <Popover triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} isNonModal placement="bottom end" className={styles.popover ?? ''}>
      <KeypadDialog callId={callId} />
    </Popover>
  );
}

function KeypadDialog({ callId }: { readonly callId: string }) {
  const { main } = useServices();
  const { t } = useTexts();
  const report = useReport();
  const sequences = useSnapshot(({ policy }) => policy?.digitSequences) ?? [];
  const [sent, setSent] = useState('');

  function send(digits: string): void {
    setSent((before) => (before + digits).slice(-24));
    // What is typed ahead waits until somebody answers, and a code may have pauses in it: neither is a refusal.
    void report(() => main.call('call.sendDigits', { callId, digits }, { timeoutMs: 0 }));
  }

  /** A pasted number leaves as its digits: what people write between them is no tone. */
  function onPaste(event: ClipboardEvent): void {
    const digits = event.clipboardData.getData('text').replace(/[^0-9*#]/g, '').slice(0, longest);
    event.preventDefault();
    if (digits !== '') send(digits);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // The digit row of a Belgian keyboard types signs: its place counts.
    const digit = rows.includes(event.key) ? event.key : /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    if (digit === undefined) return;
    event.preventDefault();
    send(digit);
  }

  return (
    <Dialog aria-label={t('keypad.title')} className={styles.dialog ?? ''}>
      <div onKeyDownCapture={onKeyDown} onPaste={onPaste}>
        <div className={styles.head}>
          <output className={styles.sent} aria-label={t('keypad.sent')}>
            {sent === '' ? t('keypad.hint') : sent}
          </output>
          <Kbd keys="Escape" />
        </div>
        <div className={styles.grid}>
          {rows.map((digit) => (
            <Button key={digit} className={styles.key ?? ''} autoFocus={digit === '5'} onPress={() => send(digit)}>
              {digit}
            </Button>
          ))}
        </div>
        {sequences.length === 0 ? null : (
          <ul className={styles.sequences} aria-label={t('keypad.sequences')}>
            {sequences.map(({ label, digits }) => (
              <li key={`${label} ${digits}`}>
                <Button className={styles.sequence ?? ''} onPress={() => send(digits)}>
                  <span>{label}</span>
                  <span className={styles.digits}>{digits}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
