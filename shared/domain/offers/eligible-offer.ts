import { currentConsents } from '../consent.ts';
import type { Consent } from '../file-entities.ts';
import type { Language, Register } from '../language.ts';
import type { Day } from '../ordering/calendar.ts';
import { holds, type ScriptFacts } from '../script/condition.ts';
import type { Offer, OfferAnswer } from './offer.ts';

/** What is known at this moment of the call, on which an offer may depend. */
export interface OfferFacts {
  readonly script: ScriptFacts;
  readonly register: Register;
  readonly purpose: string | null;
  /** What the customer called for is done (`mainNeedMet`). */
  readonly mainNeedMet: boolean;
  readonly today: Day;
  readonly interactionId: string;
  /** Article numbers of what the customer ordered, now and before. */
  readonly ordered: ReadonlySet<string>;
  readonly answers: readonly Pick<OfferAnswer, 'offerId' | 'interactionId'>[];
  readonly consents: readonly Pick<Consent, 'channel' | 'purpose' | 'state' | 'at'>[];
}

export interface EligibleOffer {
  readonly offer: Offer;
  /** The sentence for this language and register; its placeholders are not yet filled in. */
  readonly say: string;
}

/**
 * The one thing that may be offered now: after the main need, at most one a call, never again what was answered before, and
 * nothing to who does not want to be approached.
 */
export function eligibleOffer(offers: readonly Offer[], facts: OfferFacts): EligibleOffer | null {
  const { mainNeedMet, script, answers, interactionId } = facts;
  if (!mainNeedMet || script.customer === null || !mayBeOffered(facts.consents)) return null;
  if (answers.some((answer) => answer.interactionId === interactionId)) return null;
  const fitting = offers.flatMap((offer) => {
    const say = wordsOf(offer, script.language, facts.register);
    return say !== null && fits(offer, facts) ? [{ offer, say }] : [];
  });
  // By key where two are equally wanted, so that every device offers the same.
  return fitting.sort((a, b) => b.offer.priority - a.offer.priority || (a.offer.key < b.offer.key ? -1 : 1))[0] ?? null;
}

/** @returns false for who withdrew the consent to be told of offers, or to be approached at all, on the telephone. */
export function mayBeOffered(consents: OfferFacts['consents']): boolean {
  return !currentConsents(consents).some(({ channel, purpose, state }) => channel === 'phone' && state === 'withdrawn' && (purpose === 'any' || purpose === 'marketing'));
}

function fits(offer: Offer, { today, purpose, script, ordered, answers }: OfferFacts): boolean {
  if (!offer.active || today < offer.validFrom || today > offer.validUntil) return false;
  if (answers.some(({ offerId }) => offerId === offer.id) || ordered.has(offer.sku)) return false;
  if (offer.purposes.length > 0 && (purpose === null || !offer.purposes.includes(purpose))) return false;
  if (offer.boughtAny.length > 0 && !offer.boughtAny.some((sku) => ordered.has(sku))) return false;
  if (offer.boughtNone.some((sku) => ordered.has(sku))) return false;
  return holds(offer.condition ?? undefined, script);
}

/** @returns null where there are no words in the language that is spoken: it is then not offered. */
function wordsOf({ say }: Offer, language: Language, register: Register): string | null {
  const spoken = say.filter((words) => words.language === language);
  return (spoken.find((words) => words.register === register) ?? spoken.find((words) => words.register === null))?.text ?? null;
}
