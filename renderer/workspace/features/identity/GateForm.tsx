import { useEffect, useRef, useState } from 'react';
import type { GateView } from '#shared/domain/identity/gate.ts';
import type { IdentityCheckKey } from '#shared/domain/identity/policy.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import type { useGate } from './use-gate.ts';
import styles from './Gate.module.css';

interface GateFormProps {
  readonly gate: GateView;
  readonly inHand: ReturnType<typeof useGate>;
}

/** What may be asked, each with a field for what the caller says. Enter compares; the cursor goes on to what is asked next. */
export function GateForm({ gate, inHand }: GateFormProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState<Partial<Record<IdentityCheckKey, string>>>({});
  const open = gate.checks.filter(({ state }) => state === 'open');
  const current = open.map(({ key }) => key).join();

  /** Whoever opened the gate, or answered rightly, goes on with the first that is still asked; nobody else is disturbed. */
  const goesOn = useRef(true);
  useEffect(() => {
    if (goesOn.current) form.current?.querySelector('input')?.focus();
    goesOn.current = false;
  }, [current]);

  async function compare(check: IdentityCheckKey): Promise<void> {
    const text = (said[check] ?? '').trim();
    if (text === '' || inHand.busy) return;
    goesOn.current = true;
    const right = await inHand.answer(check, text);
    if (right !== true) goesOn.current = false;
    if (right === true) setSaid(({ [check]: _, ...rest }) => rest);
    if (right === false) form.current?.querySelector<HTMLInputElement>(`[name="${nameOf(check)}"]`)?.select();
  }

  return (
    <form ref={form} className={styles.checks} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {gate.checks.map(({ key, state }) =>
        state === 'open' ? (
          <Field
            key={key}
            label={t(`identity.check.${key}`)}
            name={nameOf(key)}
            maxLength={200}
            value={said[key] ?? ''}
            error={inHand.wrong === key ? t('identity.wrong', { count: gate.triesLeft }) : undefined}
            hint={t(`identity.hint.${key}`)}
            onChange={(event) => setSaid({ ...said, [key]: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void compare(key);
            }}
          />
        ) : (
          <p key={key} className={styles.done} data-state={state}>
            <span>{t(`identity.check.${key}`)}</span> <strong>{t(state === 'passed' ? 'identity.right' : 'identity.notOnFile')}</strong>
          </p>
        ),
      )}
    </form>
  );
}

const nameOf = (check: IdentityCheckKey): string => `identity.${check}`;
