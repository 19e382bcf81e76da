import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useWork } from '../../app/work-context.ts';
import { customerName, dayAndTime, phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CallCard } from './CallCard.tsx';

/** A conversation whose call is gone, taken up again to be finished. */
export function LeftInteraction({ file }: { readonly file: InteractionFile }) {
  const { t, language } = useTexts();
  const { show } = useWork();
  const { interaction, customer, queue } = file;
  const number = interaction.number === null ? t('caller.noNumber') : phone(interaction.number);
  return (
    <CallCard
      tone="wrap"
      title={customer === null ? number : customerName(customer.customer)}
      facts={[
        ...(customer === null ? [] : [number]),
        ...(queue === null ? [] : [queue.name]),
        interaction.interrupted ? t('unfinished.interruptedAt', { time: dayAndTime(language, interaction.startedAt) }) : t('unfinished.from', { time: dayAndTime(language, interaction.startedAt) }),
      ]}
      actions={
        <Button size="tall" onPress={() => show(null)}>
          {t('unfinished.later')}
        </Button>
      }
    />
  );
}
