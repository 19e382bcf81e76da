import type { Consent } from '#shared/domain/file-entities.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
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
  const [first] = refusals;
  return first === undefined ? null : <Asked key={first.customerId} first={first} refusals={refusals} onDecide={onDecide} />;
}

/** What is typed is journaled with the first of them, until it is decided. */
function Asked({ first, refusals, onDecide }: RefusalDialogProps & { readonly first: Refusal }) {
  const { t, language } = useTexts();
  const { values, set, done } = useKeptForm(first.customerId, 'refusal.call', { reason: '' });
  const { reason } = values;
  function decide(answer: string | null): void {
    void done();
    onDecide(answer);
  }
  return (
    <ModalCard
      isQuestion
      title={t('refusal.title')}
      isOpen
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
      <Field label={t('refusal.reason')} hint={t('refusal.hint')} required maxLength={300} autoComplete="off" value={reason} onChange={(event) => set({ reason: event.target.value })} />
    </ModalCard>
  );
}
