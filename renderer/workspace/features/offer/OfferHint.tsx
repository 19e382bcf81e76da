import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { eligibleOffer } from '#shared/domain/offers/eligible-offer.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Spoken } from '../script/Spoken.tsx';
import type { ScriptInHand } from '../script/use-script-run.ts';
import { addToOrder } from './add-to-order.ts';
import styles from './Offer.module.css';

interface OfferHintProps {
  readonly file: InteractionFile;
  readonly running: ScriptInHand;
}

/** After the main need, the one thing that fits this customer: why, and what to say. A yes goes to the order, a no is not asked again. */
export function OfferHint({ file, running }: OfferHintProps) {
  const { t, language } = useTexts();
  const { store, pointer, notices } = useServices();
  const queries = useQueryClient();
  const { busy, once } = useOnce();
  const { interaction, customer } = file;
  const customerId = customer?.customer.id ?? '';
  const key = storeKeys.offers(customerId, interaction.id);
  const isOpen = customer !== null && interaction.state !== 'closed';
  const { data } = useQuery({ queryKey: key, queryFn: () => store.call('offer.list', { customerId, interactionId: interaction.id }), enabled: isOpen });
  const found = !isOpen || data === undefined ? null : eligibleOffer(data.offers, { ...running.offerFacts(data.orderPlaced), interactionId: interaction.id, ordered: new Set(data.ordered), answers: data.answers, consents: customer.consents });

  function say(answer: 'yes' | 'no'): void {
    const productId = data?.offers.find(({ id }) => id === found?.offer.id)?.productId;
    if (found === null || customer === null || productId === undefined) return;
    void once(async () => {
      if (answer === 'yes') await addToOrder(store, queries, customer, interaction.id, productId);
      await store.call('offer.answer', { customerId, interactionId: interaction.id, offerId: found.offer.id, answer });
      await queries.invalidateQueries({ queryKey: key });
      notices.show({ kind: 'done', code: answer === 'yes' ? 'done.offerTaken' : 'done.offerRefused' });
      if (answer === 'yes') pointer.point('order');
    });
  }
  useShortcut('F11', () => say('yes'), found !== null && !busy);
  useShortcut('F12', () => say('no'), found !== null && !busy);
  if (found === null) return null;
  return (
    <section className={styles.offer} role="status" aria-label={t('offer.title')}>
      <h4>
        {t('offer.title')} <span className={styles.reason}>· {localised(found.offer.reason, language)}</span>
      </h4>
      <Spoken segments={running.render(found.say)} />
      <span className={styles.answers}>
        <Button size="small" keys="F11" isDisabled={busy} onPress={() => say('yes')}>
          {t('offer.yes')}
        </Button>
        <Button size="small" keys="F12" isDisabled={busy} onPress={() => say('no')}>
          {t('offer.no')}
        </Button>
      </span>
    </section>
  );
}
