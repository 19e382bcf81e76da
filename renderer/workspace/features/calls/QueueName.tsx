import { useTexts } from '../../i18n/use-texts.ts';

/** The queue a call came in by, or that it came directly. */
export function QueueName({ name }: { readonly name: string | null }) {
  const { t } = useTexts();
  if (name === null) return <>{t('call.direct')}</>;
  return (
    <>
      {t('call.queue')} <b>{name}</b>
    </>
  );
}
