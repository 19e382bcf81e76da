import { useEffect, useState } from 'react';
import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import type { LockState, SessionState } from '#shared/domain/snapshot.ts';
import { useServices } from '../../app/services.ts';
import { useNow } from '../../app/use-now.ts';
import { useReport } from '../../app/use-report.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Cover } from './Cover.tsx';
import styles from './Cover.module.css';
import { LockedCalls } from './LockedCalls.tsx';
import { LockedEmergency } from './LockedEmergency.tsx';
import { ProviderSignIn } from './ProviderSignIn.tsx';

interface LockedProps {
  readonly lock: LockState;
  readonly session: Extract<SessionState, { state: 'signed-in' }>;
}

const patienceMs = 60_000;

/**
 * In place of the desk while it is locked: whose it is, the telephone, and the way back in. What the desk showed is not behind it but
 * gone from the page, and from what the page keeps.
 */
export function Locked({ lock, session }: LockedProps) {
  const { t } = useTexts();
  const { main, journal, queries } = useServices();
  const report = useReport();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const { name } = session.agent;

  useEffect(() => {
    journal.flushAll();
    // What nobody shows any more, that is all that was read of customers, and what was asked for behind the lock and refused.
    const forget = (): void => queries.removeQueries({ type: 'inactive' });
    forget();
    return forget;
  }, [journal, queries]);

  async function open(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await main.call('lock.open', { password }, { timeoutMs: patienceMs });
    } catch (thrown) {
      setRefusal(asBalieError(thrown).code);
    } finally {
      setPassword('');
      setBusy(false);
    }
  }

  return (
    <Cover title={t('lock.title')}>
      <p className={styles.muted}>{t('lock.body', { name })}</p>
      <LockedCalls />
      {session.offline ? <Notice tone="info">{t('lock.offline')}</Notice> : null}
      {refusal === null || refusal === 'lock.too-many-tries' ? null : (
        <Notice tone="error" live="alert">
          {t(`errors.${refusal}`)}
        </Notice>
      )}
      {lock.retryAt === null ? null : <Pause until={lock.retryAt} />}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '' && !busy) void open();
        }}
      >
        <Field name="password" label={t('lock.password', { name })} type="password" autoComplete="current-password" autoFocus value={password} readOnly={busy} onChange={(event) => setPassword(event.target.value)} />
        <Button tone="primary" type="submit" isDisabled={busy}>
          {busy ? t('lock.busy') : t('lock.open')}
        </Button>
        <ProviderSignIn centralUrl={session.centralUrl} purpose="unlock" disabled={busy} onRefused={setRefusal} />
      </form>
      <p className={styles.muted}>{t('lock.signOutHint')}</p>
      <Button isDisabled={busy} onPress={() => void report(() => main.call('session.signOut', { unsent: 'keep' }, { timeoutMs: patienceMs }))}>
        {t('lock.signOut')}
      </Button>
      <LockedEmergency />
    </Cover>
  );
}

/** How long no try counts. */
function Pause({ until }: { readonly until: string }) {
  const { t } = useTexts();
  const seconds = Math.ceil((Date.parse(until) - useNow()) / 1000);
  return seconds <= 0 ? null : <Notice tone="warn">{t('lock.pause', { seconds })}</Notice>;
}
