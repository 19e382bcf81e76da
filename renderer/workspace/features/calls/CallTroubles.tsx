import type { CallIn } from '#shared/domain/call.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What is out of the ordinary in a call, in words and with what to do: who hears what, and what Balie is doing about it. */
export function CallTroubles({ call }: { readonly call: CallIn<'connected'> }) {
  const { t } = useTexts();
  const audio = useSnapshot((snapshot) => snapshot.audio);
  const registered = useSnapshot(({ registration }) => registration.state === 'registered');
  return (
    <>
      {call.microphone ? null : (
        <Notice tone="error" live="alert" title={t('trouble.microphone.title')}>
          {audio.microphone === 'denied' ? t('trouble.microphone.denied') : t('trouble.microphone.missing')}
        </Notice>
      )}
      {call.media === 'restoring' ? (
        <Notice tone="warn" live="status" title={t('trouble.restoring.title')}>
          {t('trouble.restoring.body')}
        </Notice>
      ) : registered ? null : (
        <Notice tone="warn" live="status" title={t('trouble.signalling.title')}>
          {t('trouble.signalling.body')}
        </Notice>
      )}
      {call.heldByRemote ? (
        <Notice tone="info" live="status" title={t('trouble.heldByRemote.title')}>
          {t('trouble.heldByRemote.body')}
        </Notice>
      ) : null}
    </>
  );
}
