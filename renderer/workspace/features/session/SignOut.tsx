import { useEffect, useEffectEvent, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useSyncStatus } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import styles from './SignOut.module.css';

interface Left {
  readonly mutations: number;
  readonly drafts: number;
}

const patienceMs = 60_000;

/** Signs out. What the centre does not have yet is never removed without a word: how much it is, and three ways to go. */
export function SignOut({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTexts();
  const { main, store } = useServices();
  const { busy, once } = useOnce();
  const pending = useSyncStatus().data?.pending ?? 0;
  const [left, setLeft] = useState<Left | null>(null);
  const [sending, setSending] = useState(false);
  const [discarding, setDiscarding] = useState(false);

  function signOut(unsent: 'ask' | 'keep' | 'discard'): void {
    void once(async () => {
      const answer = await main.call('session.signOut', { unsent }, { timeoutMs: patienceMs });
      setLeft(answer.unsent);
      setSending(false);
    });
  }

  // Everything that could be sent is sent: asked again, what is left is less, or nothing.
  const onSent = useEffectEvent(() => signOut('ask'));
  useEffect(() => {
    if (sending && pending === 0) onSent();
  }, [sending, pending]);

  function close(): void {
    setLeft(null);
    setSending(false);
    setDiscarding(false);
  }

  function sendFirst(): void {
    setSending(true);
    void once(() => store.call('sync.now', undefined));
  }

  return (
    <>
      <Button isDisabled={isDisabled || busy} onPress={() => signOut('ask')}>
        {t('settings.signOut')}
      </Button>
      <ModalCard
        isQuestion
        title={t('signOut.title')}
        isOpen={left !== null}
        onClose={close}
        buttons={
          <>
            {discarding ? null : (
              <span className={styles.aside}>
                <Button isDisabled={busy} onPress={() => setDiscarding(true)}>
                  {t('signOut.discard')}
                </Button>
              </span>
            )}
            <Button autoFocus onPress={close}>
              {t('signOut.stay')}
            </Button>
            {discarding ? (
              <Button tone="danger" isDisabled={busy} onPress={() => signOut('discard')}>
                {t('signOut.discardConfirm')}
              </Button>
            ) : (
              <>
                <Button isDisabled={busy} onPress={() => signOut('keep')}>
                  {t('signOut.keep')}
                </Button>
                {(left?.mutations ?? 0) > 0 && pending > 0 ? (
                  <Button tone="primary" isDisabled={busy || sending} onPress={sendFirst}>
                    {t('signOut.send')}
                  </Button>
                ) : null}
              </>
            )}
          </>
        }
      >
        <ul className={styles.left}>
          {left === null || left.mutations === 0 ? null : <li>{t('signOut.mutations', { count: left.mutations })}</li>}
          {left === null || left.drafts === 0 ? null : <li>{t('signOut.drafts', { count: left.drafts })}</li>}
        </ul>
        <p role="status">{discarding ? t('signOut.discardBody') : sending ? t('signOut.sending', { count: pending }) : t('signOut.body')}</p>
      </ModalCard>
    </>
  );
}
