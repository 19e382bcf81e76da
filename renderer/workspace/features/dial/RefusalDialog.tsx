import { useState } from 'react';
import type { Consent } from '#shared/domain/file-entities.ts';
import { day, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';

export interface Refusal {
  readonly customerId: string;
  readonly name: string;
  readonly consent: Consent;
}

interface RefusalDialogProps {
  /** Who asked not to be called; empty while there is nothing to ask. */
  readonly refusals: readonly Refusal[];
  /** The reason to call nevertheless; null: not to. */
  readonly onDecide: (reason: string | null) => void;
}

/** Somebody asked not to be called: it is said when and where, and who calls nevertheless says why. */
export function RefusalDialog({ refusals, onDecide }: RefusalDialogProps) {
  const { t, language } = useTexts();
  const [reason, setReason] = useState('');
  function decide(answer: string | null): void {
    setReason('');
    onDecide(answer);
  }
  return (
    <ModalCard
      isQuestion
      title={t('refusal.title')}
      isOpen={refusals.length > 0}
      onClose={() => decide(null)}
      buttons={
        <>
          <Button autoFocus onPress={() => decide(null)}>
            {t('refusal.cancel')}
          </Button>
          <Button tone="danger" isDisabled={reason.trim() === ''} onPress={() => decide(reason.trim())}>
            {t('refusal.confirm')}
          </Button>
        </>
      }
    >
      <ul>
        {refusals.map(({ customerId, name, consent }) => (
          <li key={customerId}>
            <strong>
              <bdi>{plain(name)}</bdi>
            </strong>
            {': '}
            {t(`consent.refuses.${consent.purpose}`)} · {t(`consent.source.${consent.source}`)}, {day(language, consent.at)}
            {consent.how === '' ? '' : ` · ${consent.how}`}
          </li>
        ))}
      </ul>
      <Field label={t('refusal.reason')} hint={t('refusal.hint')} required maxLength={300} autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
    </ModalCard>
  );
}
