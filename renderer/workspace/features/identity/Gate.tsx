import { useEffect, useRef, useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { GateView } from '#shared/domain/identity/gate.ts';
import { waysOut } from '#shared/domain/identity/policy.ts';
import { useNow } from '../../app/use-now.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { GateForm } from './GateForm.tsx';
import { LockSign } from './LockSign.tsx';
import { useGate } from './use-gate.ts';
import styles from './Gate.module.css';

const gateKey = 'Ctrl+7';
const minuteMs = 60_000;
/** How exact an age in minutes has to be. */
const ageStepMs = 10_000;

/** The identity gate above the customer's file; nothing where nothing is asked. */
export function Gate({ file }: { readonly file: InteractionFile }) {
  const { gate } = file;
  if (gate === null) return null;
  if (gate.status === 'verified') return <Known gate={gate} />;
  return <Asking key={`${file.interaction.id} ${file.interaction.customerId}`} file={file} gate={gate} />;
}

/** The caller is known; since when, and by whom, counts when it was a colleague who asked. */
function Known({ gate }: { readonly gate: GateView }) {
  const { t } = useTexts();
  const now = useNow(ageStepMs);
  const minutes = gate.verifiedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(gate.verifiedAt)) / minuteMs));
  const when = minutes === 0 ? t('identity.justNow') : t('identity.minutesAgo', { count: minutes });
  return (
    <p className={styles.known} role="status">
      {gate.verifiedBy === null ? t('identity.verified', { when }) : t('identity.verifiedBy', { by: gate.verifiedBy, when })}
    </p>
  );
}

function Asking({ file, gate }: { readonly file: InteractionFile; readonly gate: GateView }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  // Once the caller is known the cursor is back where the operator was.
  const inHand = useGate(file, () => before.current?.focus());
  const isAsking = gate.status === 'asking';
  const passed = gate.checks.filter(({ state }) => state === 'passed').length;

  function show(): void {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
  }
  function close(): void {
    setOpen(false);
    before.current?.focus();
  }
  useShortcut(gateKey, isOpen ? close : show);

  return (
    <section
      className={styles.gate}
      aria-label={t('identity.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close();
      }}
    >
      <div className={styles.line}>
        <LockSign />
        <span role="status">
          <strong>{t(`identity.status.${gate.status}`)}</strong> {isAsking ? t('identity.progress', { passed, needed: gate.needed }) : null}
        </span>
        <Button size="small" keys={gateKey} isOn={isOpen} aria-expanded={isOpen} onPress={isOpen ? close : show}>
          {t(isAsking ? 'identity.open' : 'identity.whatNow')}
        </Button>
      </div>
      {isOpen && isAsking ? (
        <>
          <p className={styles.help}>{t('identity.help', { what: gate.locked.map((kind) => t(`identity.class.${kind}`)).join(', ') })}</p>
          <GateForm gate={gate} inHand={inHand} />
        </>
      ) : null}
      {isOpen ? <WaysOut gate={gate} inHand={inHand} /> : null}
    </section>
  );
}

/** What is said and done when the caller cannot show who they are. */
function WaysOut({ gate, inHand }: { readonly gate: GateView; readonly inHand: ReturnType<typeof useGate> }) {
  const { t } = useTexts();
  const first = useRef<HTMLDivElement>(null);
  const isAsking = gate.status === 'asking';
  useEffect(() => {
    if (!isAsking) first.current?.querySelector('button')?.focus();
  }, [isAsking]);
  return (
    <div ref={first} className={styles.ways} role="group" aria-label={t('identity.ways')}>
      {isAsking ? <span className={styles.help}>{t('identity.cannot')}</span> : <p className={styles.say}>{t('identity.say')}</p>}
      {gate.wayOut === null ? (
        waysOut.map((way) => (
          <Button key={way} size="small" isDisabled={inHand.busy} onPress={() => inHand.giveUp(way)}>
            {t(`identity.way.${way}`)}
          </Button>
        ))
      ) : (
        <p role="status">{t(`identity.chosen.${gate.wayOut}`)}</p>
      )}
    </div>
  );
}
