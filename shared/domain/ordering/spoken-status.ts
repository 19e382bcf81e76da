import type { Language } from '../language.ts';
import { localTime, type Day } from './calendar.ts';
import type { CapacitySlot } from './catalogue.ts';
import type { Order, OrderState, Reservation } from './order.ts';
import { enteredAt } from './order-machine.ts';
import { arrivalWords, spokenChange } from './spoken-change.ts';
import { ofDay, onDay } from './spoken-dates.ts';

/** What a status sentence is made of: every piece is already in the language. */
interface Pieces {
  /** "van 3 maart" */
  readonly of: string;
  /** "vandaag": when it came into its state. */
  readonly since: string;
  /** "donderdag 5 maart tussen 14 en 18 uur"; empty where no day is promised. */
  readonly coming: string;
}
type Sentences = Readonly<Record<OrderState | 'late', (pieces: Pieces) => string>>;

/** The end of a sentence, where a day is promised. */
const then = (coming: string, words: string): string => (coming === '' ? '' : `; ${words} ${coming}`);

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    draft: () => 'Uw bestelling is nog niet geplaatst.',
    provisional: ({ of }) => `Uw bestelling ${of} is voorlopig genoteerd; wij bevestigen ze zodra ons systeem weer bereikbaar is.`,
    placed: ({ of, coming }) => `Uw bestelling ${of} is geplaatst en wordt nog nagekeken${then(coming, 'u krijgt ze')}.`,
    confirmed: ({ of, coming }) => `Uw bestelling ${of} is bevestigd${then(coming, 'u krijgt ze')}.`,
    packed: ({ of, coming }) => `Uw bestelling ${of} staat ingepakt klaar${then(coming, 'u krijgt ze')}.`,
    shipped: ({ of, since, coming }) => `Uw bestelling ${of} is ${since} verzonden${then(coming, 'u krijgt ze')}.`,
    delivered: ({ of, since }) => `Uw bestelling ${of} is ${since} geleverd.`,
    cancelled: ({ of, since }) => `Uw bestelling ${of} is ${since} geannuleerd.`,
    returned: ({ of, since }) => `Uw bestelling ${of} is ${since} teruggestuurd.`,
    late: ({ of, coming }) => `Uw bestelling ${of} had er ${coming} moeten zijn; ik zoek voor u uit waar ze blijft.`,
  },
  fr: {
    draft: () => 'Votre commande n’est pas encore passée.',
    provisional: ({ of }) => `Votre commande ${of} est notée provisoirement ; nous la confirmerons dès que notre système sera de nouveau accessible.`,
    placed: ({ of, coming }) => `Votre commande ${of} est passée et doit encore être vérifiée${then(coming, 'vous la recevrez').replace(';', ' ;')}.`,
    confirmed: ({ of, coming }) => `Votre commande ${of} est confirmée${then(coming, 'vous la recevrez').replace(';', ' ;')}.`,
    packed: ({ of, coming }) => `Votre commande ${of} est prête à partir${then(coming, 'vous la recevrez').replace(';', ' ;')}.`,
    shipped: ({ of, since, coming }) => `Votre commande ${of} a été expédiée ${since}${then(coming, 'vous la recevrez').replace(';', ' ;')}.`,
    delivered: ({ of, since }) => `Votre commande ${of} a été livrée ${since}.`,
    cancelled: ({ of, since }) => `Votre commande ${of} a été annulée ${since}.`,
    returned: ({ of, since }) => `Votre commande ${of} a été retournée ${since}.`,
    late: ({ of, coming }) => `Votre commande ${of} aurait dû arriver ${coming} ; je vérifie pour vous où elle se trouve.`,
  },
  en: {
    draft: () => 'Your order has not been placed yet.',
    provisional: ({ of }) => `Your order ${of} has been noted provisionally; we will confirm it as soon as our system can be reached again.`,
    placed: ({ of, coming }) => `Your order ${of} has been placed and is still being checked${then(coming, 'you will receive it')}.`,
    confirmed: ({ of, coming }) => `Your order ${of} is confirmed${then(coming, 'you will receive it')}.`,
    packed: ({ of, coming }) => `Your order ${of} is packed and ready to leave${then(coming, 'you will receive it')}.`,
    shipped: ({ of, since, coming }) => `Your order ${of} was shipped ${since}${then(coming, 'you will receive it')}.`,
    delivered: ({ of, since }) => `Your order ${of} was delivered ${since}.`,
    cancelled: ({ of, since }) => `Your order ${of} was cancelled ${since}.`,
    returned: ({ of, since }) => `Your order ${of} was returned ${since}.`,
    late: ({ of, coming }) => `Your order ${of} should have arrived ${coming}; I will find out where it is.`,
  },
  de: {
    draft: () => 'Ihre Bestellung ist noch nicht aufgegeben.',
    provisional: ({ of }) => `Ihre Bestellung ${of} ist vorläufig notiert; wir bestätigen sie, sobald unser System wieder erreichbar ist.`,
    placed: ({ of, coming }) => `Ihre Bestellung ${of} ist aufgenommen und wird noch geprüft${then(coming, 'Sie erhalten sie')}.`,
    confirmed: ({ of, coming }) => `Ihre Bestellung ${of} ist bestätigt${then(coming, 'Sie erhalten sie')}.`,
    packed: ({ of, coming }) => `Ihre Bestellung ${of} steht gepackt bereit${then(coming, 'Sie erhalten sie')}.`,
    shipped: ({ of, since, coming }) => `Ihre Bestellung ${of} wurde ${since} versandt${then(coming, 'Sie erhalten sie')}.`,
    delivered: ({ of, since }) => `Ihre Bestellung ${of} wurde ${since} geliefert.`,
    cancelled: ({ of, since }) => `Ihre Bestellung ${of} wurde ${since} storniert.`,
    returned: ({ of, since }) => `Ihre Bestellung ${of} wurde ${since} zurückgeschickt.`,
    late: ({ of, coming }) => `Ihre Bestellung ${of} hätte ${coming} ankommen sollen; ich finde für Sie heraus, wo sie bleibt.`,
  },
};

/** What there is to say about an order. */
export type SpokenOrder = Pick<Order, 'state' | 'placedAt' | 'history' | 'promisedFor' | 'toldFor' | 'updatedAt'>;

interface SpokenMoment {
  readonly now: string;
  readonly timeZone: string;
}

type Window = Pick<CapacitySlot, 'day' | 'from' | 'until'>;

/** @returns "donderdag 5 maart tussen 14 en 18 uur". */
function arrival(language: Language, day: Day, today: Day, window: Window | null): string {
  return arrivalWords(language, day, window?.day === day ? window : null, today);
}

const underway: ReadonlySet<OrderState> = new Set<OrderState>(['placed', 'confirmed', 'packed', 'shipped']);

/**
 * Where an order stands, in one sentence that an operator can say as it is: "Uw bestelling van 3 maart is vandaag verzonden; u krijgt ze morgen."
 * Were pieces taken out last, or the delivery changed, a second one says what.
 *
 * @param window the delivery window that was chosen, where there is one.
 */
export function spokenOrder(language: Language, order: SpokenOrder, { now, timeZone }: SpokenMoment, window: Window | null = null): string {
  const dayOf = (instant: string): Day => localTime(instant, timeZone).day;
  const today = dayOf(now);
  const promised = order.promisedFor ?? order.toldFor;
  const of = ofDay(language, dayOf(order.placedAt ?? order.updatedAt), today);
  const since = onDay(language, dayOf(enteredAt(order, order.state) ?? order.updatedAt), today);
  const late = underway.has(order.state) && promised !== null && promised < today;
  if (late) return sentences[language].late({ of, since, coming: onDay(language, promised, today) });
  const status = sentences[language][order.state]({ of, since, coming: promised === null ? '' : arrival(language, promised, today, window) });
  const last = order.history.at(-1);
  const change = last === undefined ? null : spokenChange(language, last, onDay(language, dayOf(last.at), today), today);
  return change === null ? status : `${status} ${change}`;
}

const ifOrderedNow: Readonly<Record<Language, (coming: string) => string>> = {
  nl: (coming) => `Als u nu bestelt, krijgt u uw bestelling ${coming}.`,
  fr: (coming) => `Si vous commandez maintenant, vous recevrez votre commande ${coming}.`,
  en: (coming) => `If you order now, you will receive your order ${coming}.`,
  de: (coming) => `Wenn Sie jetzt bestellen, erhalten Sie Ihre Bestellung ${coming}.`,
};
const ifConfirmed: Readonly<Record<Language, (coming: string) => string>> = {
  nl: (coming) => `Ik noteer uw bestelling voorlopig: normaal krijgt u ze ${coming}, wij bevestigen het u zodra ons systeem weer bereikbaar is.`,
  fr: (coming) => `Je note votre commande provisoirement : normalement vous la recevrez ${coming}, nous vous le confirmerons dès que notre système sera de nouveau accessible.`,
  en: (coming) => `I am noting your order provisionally: normally you will receive it ${coming}, and we will confirm this as soon as our system can be reached again.`,
  de: (coming) => `Ich notiere Ihre Bestellung vorläufig: normalerweise erhalten Sie sie ${coming}, wir bestätigen es Ihnen, sobald unser System wieder erreichbar ist.`,
};

/** What is said before an order is placed. Without central nothing is certain, and the sentence says so. */
export function spokenPromise(language: Language, deliverOn: Day, moment: SpokenMoment & { readonly online: boolean }, window: Window | null = null): string {
  const coming = arrival(language, window?.day ?? deliverOn, localTime(moment.now, moment.timeZone).day, window);
  return (moment.online ? ifOrderedNow : ifConfirmed)[language](coming);
}

const reserved: Readonly<Record<Language, Readonly<Record<Reservation['state'], (what: string, when: string, seats: number) => string>>>> = {
  nl: {
    provisional: (what, when, seats) => `Uw reservatie voor ${seats} (${what}) ${when} is voorlopig genoteerd; wij bevestigen ze zodra ons systeem weer bereikbaar is.`,
    confirmed: (what, when, seats) => `Uw reservatie voor ${seats} (${what}) ${when} is bevestigd.`,
    cancelled: (what, when, seats) => `Uw reservatie voor ${seats} (${what}) ${when} is geannuleerd.`,
  },
  fr: {
    provisional: (what, when, seats) => `Votre réservation pour ${seats} (${what}) ${when} est notée provisoirement ; nous la confirmerons dès que notre système sera de nouveau accessible.`,
    confirmed: (what, when, seats) => `Votre réservation pour ${seats} (${what}) ${when} est confirmée.`,
    cancelled: (what, when, seats) => `Votre réservation pour ${seats} (${what}) ${when} est annulée.`,
  },
  en: {
    provisional: (what, when, seats) => `Your booking for ${seats} (${what}) ${when} has been noted provisionally; we will confirm it as soon as our system can be reached again.`,
    confirmed: (what, when, seats) => `Your booking for ${seats} (${what}) ${when} is confirmed.`,
    cancelled: (what, when, seats) => `Your booking for ${seats} (${what}) ${when} has been cancelled.`,
  },
  de: {
    provisional: (what, when, seats) => `Ihre Reservierung für ${seats} (${what}) ${when} ist vorläufig notiert; wir bestätigen sie, sobald unser System wieder erreichbar ist.`,
    confirmed: (what, when, seats) => `Ihre Reservierung für ${seats} (${what}) ${when} ist bestätigt.`,
    cancelled: (what, when, seats) => `Ihre Reservierung für ${seats} (${what}) ${when} ist storniert.`,
  },
};

/** Where a reservation stands, in one sentence that can be said. */
export function spokenReservation(language: Language, reservation: Pick<Reservation, 'state' | 'seats'>, slot: Pick<CapacitySlot, 'title' | 'day' | 'from' | 'until'>, { now, timeZone }: SpokenMoment): string {
  const today = localTime(now, timeZone).day;
  const when = slot.day < today ? onDay(language, slot.day, today) : arrival(language, slot.day, today, slot);
  return reserved[language][reservation.state](slot.title[language] ?? slot.title.nl, when, reservation.seats);
}
