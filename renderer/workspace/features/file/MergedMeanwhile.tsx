import type { Customer } from '#shared/domain/entities.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';

/** The file that stayed, as far as it is known here. */
export type SurvivingFile = Pick<Customer, 'id' | 'customerNumber'>;

interface MergedMeanwhileProps {
  /** What was asked, and of whom. */
  readonly what: 'export' | 'erase';
  readonly name: string;
  readonly reason: string;
  readonly survivor: SurvivingFile;
  /** What was typed at the file that is no more is let go of. */
  readonly onSettled: () => Promise<void>;
  readonly onClose: () => void;
  readonly onCustomer: (customerId: string) => void;
}

/** A colleague made the file one with another while it was to be handed out or erased: nothing was done, and this is the way to what it has become. */
export function MergedMeanwhile({ what, name, reason, survivor, onSettled, onClose, onCustomer }: MergedMeanwhileProps) {
  const { t } = useTexts();
  const there = useKeptForm(survivor.id, `person.${what}`, { reason: '' });
  const number = survivor.customerNumber;

  async function lead(): Promise<void> {
    // The reference of the request is asked there again: it stands there.
    if (reason !== '') there.set({ reason });
    await onSettled();
    onClose();
    onCustomer(survivor.id);
  }

  return (
    <ModalCard
      isQuestion
      title={t('person.mergedTitle', { name })}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('action.dismiss')}</Button>
          <Button autoFocus tone="primary" onPress={() => void lead()}>
            {number === null ? t('person.toOther') : t('person.toSurvivor', { number })}
          </Button>
        </>
      }
    >
      <p>{number === null ? t('person.mergedOther') : t('person.mergedInto', { number })}</p>
      <p>{t(what === 'erase' ? 'person.nothingErased' : 'person.nothingExported')}</p>
    </ModalCard>
  );
}
