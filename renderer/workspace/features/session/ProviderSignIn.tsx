import { useEffect, useState } from 'react';
import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ProviderSignInProps {
  /** null while what is typed is no address. */
  readonly centralUrl: string | null;
  /** A desk that is locked is opened by whoever is signed in, who shows it anew. */
  readonly purpose?: 'sign-in' | 'unlock';
  readonly disabled: boolean;
  readonly onRefused: (code: ErrorCode | null) => void;
}

/** As long as central's challenge is good. */
const patienceMs = 11 * 60_000;
/** An address is asked when typing has paused. */
const pauseMs = 400;

/** The way in through the centre's provider, where it has one: in the system's browser, so that no password is typed here. */
export function ProviderSignIn({ centralUrl, purpose = 'sign-in', disabled, onRefused }: ProviderSignInProps) {
  const { t } = useTexts();
  const { main } = useServices();
  /** The address that said it has a provider. */
  const [offered, setOffered] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);

  useEffect(() => {
    if (centralUrl === null) return;
    const pause = setTimeout(() => {
      main.call('session.ways', { centralUrl }).then(
        ({ oidc }) => setOffered(oidc === null ? null : centralUrl),
        () => setOffered(null),
      );
    }, pauseMs);
    return () => clearTimeout(pause);
  }, [main, centralUrl]);

  async function signIn(url: string): Promise<void> {
    onRefused(null);
    setWaiting(true);
    try {
      if (purpose === 'unlock') await main.call('lock.openWithProvider', undefined, { timeoutMs: patienceMs });
      else await main.call('session.signInWithProvider', { centralUrl: url }, { timeoutMs: patienceMs });
    } catch (thrown) {
      const { code } = asBalieError(thrown);
      onRefused(code);
    } finally {
      setWaiting(false);
    }
  }

  const address = offered === centralUrl ? centralUrl : null;
  const begin = (): void => void (address === null ? undefined : signIn(address));
  const abandon = (): void => void main.call('session.abandonSignIn', undefined);
  useShortcut('Alt+b', begin, address !== null && !waiting && !disabled);
  useShortcut('Escape', abandon, waiting);

  if (address === null) return null;
  if (waiting) {
    return (
      <>
        <Notice tone="info" live="status">
          {t('signIn.providerWaiting')}
        </Notice>
        <Button keys="Escape" onPress={abandon}>
          {t('signIn.providerCancel')}
        </Button>
      </>
    );
  }
  return (
    <Button keys="Alt+b" isDisabled={disabled} onPress={begin}>
      {t(purpose === 'unlock' ? 'lock.provider' : 'signIn.provider')}
    </Button>
  );
}
