import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { eligibleOffer } from '#shared/domain/offers/eligible-offer.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import type { ScriptInHand } from '../script/use-script-run.ts';
import { addToOrder } from './add-to-order.ts';
import { OfferCard } from './OfferCard.tsx';

interface OfferHintProps {
  readonly file: InteractionFile;
  readonly running: ScriptInHand;
}

/** After the main need, the one thing that fits this customer: why, and what to say. A yes goes to the order, a no is not asked again. */
export function OfferHint({ file, running }: OfferHintProps) {
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
  return found === null ? null : <OfferCard found={found} render={running.render} isBusy={busy} onSay={say} />;
}
