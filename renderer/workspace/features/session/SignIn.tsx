import { useState } from 'react';
import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import type { SessionState } from '#shared/domain/snapshot.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LockedCalls } from './LockedCalls.tsx';
import { ProviderSignIn } from './ProviderSignIn.tsx';
import { Cover } from './Cover.tsx';
import { centralAddress } from './central-address.ts';
import styles from './Cover.module.css';

interface SignInProps {
  readonly session: Extract<SessionState, { state: 'signed-out' | 'signing-in' }>;
}

type Missing = 'centralUrl' | 'username' | 'password';

/** Where the operator says who they are. Address and name are remembered, the password never. */
export function SignIn({ session }: SignInProps) {
  const { t } = useTexts();
  const { main } = useServices();
  const { settings } = useSettings();
  const isLocked = useSnapshot((snapshot) => (snapshot.lock ?? null) !== null);
  const [centralUrl, setCentralUrl] = useState(session.centralUrl ?? settings.centralUrl);
  const [username, setUsername] = useState(settings.username);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const busy = session.state === 'signing-in';
  const error = refusal ?? (session.state === 'signed-out' ? session.error : null);

  async function submit(): Promise<void> {
    const address = centralAddress(centralUrl);
    const first: Missing | null = address === null ? 'centralUrl' : username.trim() === '' ? 'username' : password === '' ? 'password' : null;
    setMissing(first);
    setRefusal(null);
    if (first !== null || address === null) {
      document.getElementsByName(first ?? 'centralUrl')[0]?.focus();
      return;
    }
    try {
      await main.call('session.signIn', { centralUrl: address, username: username.trim(), password }, { timeoutMs: 60_000 });
    } catch (thrown) {
      setRefusal(asBalieError(thrown).code);
      setPassword('');
    }
  }

  return (
    <Cover title={t('signIn.title')}>
      {isLocked ? <LockedCalls /> : null}
      {error === null || busy ? null : (
        <Notice tone={error === 'session.signed-out' ? 'info' : 'error'} live="alert">
          {t(`errors.${error}`)}
        </Notice>
      )}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          name="centralUrl"
          label={t('signIn.centralUrl')}
          hint={t('signIn.centralUrlHint')}
          type="url"
          inputMode="url"
          spellCheck={false}
          value={centralUrl}
          error={missing === 'centralUrl' ? t('signIn.centralUrlWrong') : undefined}
          disabled={busy}
          onChange={(event) => setCentralUrl(event.target.value)}
        />
        <Field
          name="username"
          label={t('signIn.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          error={missing === 'username' ? t('form.error.required') : undefined}
          disabled={busy}
          onChange={(event) => setUsername(event.target.value)}
        />
        <Field
          name="password"
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          error={missing === 'password' ? t('form.error.required') : undefined}
          disabled={busy}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button tone="primary" type="submit" isDisabled={busy}>
          {busy ? t('signIn.busy') : t('signIn.submit')}
        </Button>
        <ProviderSignIn centralUrl={centralAddress(centralUrl)} disabled={busy} onRefused={setRefusal} />
      </form>
    </Cover>
  );
}
