import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Offer } from '#shared/domain/offers/offer.ts';
import { eligibleOffer } from '#shared/domain/offers/eligible-offer.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { OfferCard } from '../offer/OfferCard.tsx';
import type { ScriptInHand } from '../script/use-script-run.ts';
import { currentOffers } from './script-queries.ts';

interface PreviewOfferProps {
  readonly script: Script;
  readonly running: ScriptInHand;
  /** They bought before whatever offers ask for. */
  readonly isFormerBuyer: boolean;
}

const call = 'tried';

/** The one of the centre's offers that would come at this moment of a call. What the caller who is not there says is asked once, and kept nowhere. */
export function PreviewOffer({ script, running, isFormerBuyer }: PreviewOfferProps) {
  const { data: offers } = useQuery(currentOffers(useServices()));
  const [answers, setAnswers] = useState<readonly { readonly offerId: string; readonly interactionId: string }[]>([]);
  const found = offers === undefined ? null : eligibleOffer(offers, { ...running.offerFacts(isOrdered(script, running)), interactionId: call, ordered: isFormerBuyer ? boughtBefore(offers) : new Set(), answers, consents: [] });
  return found === null ? null : <OfferCard found={found} render={running.render} isBusy={false} onSay={() => setAnswers([...answers, { offerId: found.offer.id, interactionId: call }])} />;
}

/** Nothing is ordered while a script is tried: an order step that was answered, with all that it must write down, stands for it. */
function isOrdered(script: Script, { state: { trail }, captured }: ScriptInHand): boolean {
  const answered = new Set(trail.flatMap(({ step, answer, objection }) => (answer === null || objection ? [] : [step])));
  return script.steps.some(({ key, kind, fields }) => kind === 'order' && answered.has(key) && (fields ?? []).every((field) => field.required !== true || (captured[field.key] ?? '') !== ''));
}

function boughtBefore(offers: readonly Offer[]): ReadonlySet<string> {
  return new Set(offers.flatMap(({ boughtAny }) => boughtAny));
}
