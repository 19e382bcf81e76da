import { useRef, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './IdleScreen.module.css';

/** Calls somebody: a number in any notation, or a colleague's internal number. */
export function DialField({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const [target, setTarget] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useShortcut('Alt+b', () => input.current?.focus());

  async function dial(): Promise<void> {
    setBusy(true);
    if (await report(() => main.call('call.dial', { target: target.trim() }))) setTarget('');
    setBusy(false);
  }

  return (
    <form
      className={styles.dial}
      onSubmit={(event) => {
        event.preventDefault();
        if (target.trim() !== '' && !busy) void dial();
      }}
    >
      <Field
        ref={input}
        type="tel"
        label={t('dial.label')}
        labelAside={<Kbd keys="Alt+b" />}
        placeholder={t('dial.hint')}
        autoComplete="off"
        maxLength={256}
        value={target}
        disabled={isDisabled}
        onChange={(event) => setTarget(event.target.value)}
      />
      <Button type="submit" isDisabled={isDisabled || busy || target.trim() === ''}>
        {t('dial.call')}
      </Button>
    </form>
  );
}
