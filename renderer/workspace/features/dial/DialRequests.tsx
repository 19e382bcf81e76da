import type { DialRequest } from '#shared/domain/line-policy.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDial } from './DialContext.ts';
import styles from './DialRequests.module.css';

/** Numbers that links asked to dial: each waits for a yes or a no, the oldest has the keys. */
export function DialRequests() {
  const requests = useSnapshot((snapshot) => snapshot.dialRequests);
  if (requests.length === 0) return null;
  return (
    <ul className={styles.requests}>
      {requests.map((request, index) => (
        <li key={request.id}>
          <OneRequest request={request} isFirst={index === 0} />
        </li>
      ))}
    </ul>
  );
}

function OneRequest({ request, isFirst }: { readonly request: DialRequest; readonly isFirst: boolean }) {
  const { t } = useTexts();
  const { main } = useServices();
  const { dial, busy } = useDial();
  const report = useReport();
  useShortcut('Alt+j', call, isFirst);
  useShortcut('Alt+e', dismiss, isFirst);

  function dismiss(): void {
    void report(() => main.call('dialRequest.dismiss', { id: request.id }));
  }

  function call(): void {
    void dial(request.target).then((made) => {
      if (made) dismiss();
    });
  }

  return (
    <Notice
      tone="info"
      live="status"
      actions={
        <>
          <Button {...(isFirst ? { keys: 'Alt+e' } : {})} onPress={dismiss}>
            {t('dialRequest.dismiss')}
          </Button>
          <Button tone="primary" {...(isFirst ? { keys: 'Alt+j' } : {})} isDisabled={busy} onPress={call}>
            {t('dialRequest.call')}
          </Button>
        </>
      }
    >
      {t('dialRequest.asks')} <strong className={styles.number}>{phone(request.target)}</strong>
      {request.extension === undefined ? null : <> {t('dialRequest.extension', { extension: request.extension })}</>}
    </Notice>
  );
}
