import { describe, expect, it } from 'vitest';
import { languageSchema } from '../language.ts';
import type { Order } from './order.ts';
import { orderStates } from './order-machine.ts';
import { spokenOrder, spokenPromise, spokenReservation, type SpokenOrder } from './spoken-status.ts';

const moment = { now: '2026-03-04T09:00:00.000Z', timeZone: 'Europe/Brussels' };
const at = (state: Order['state'], day: string, promisedFor: string | null): SpokenOrder => ({
  state,
  placedAt: '2026-03-03T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:00.000Z',
  promisedFor,
  toldFor: promisedFor,
  history: [
    { state: 'provisional', at: '2026-03-03T10:00:00.000Z', by: null },
    { state, at: `${day}T08:00:00.000Z`, by: null },
  ],
});

describe('an order in one line', () => {
  it('says what happened and what is to come, in each language', () => {
    const shipped = { ...at('shipped', '2026-03-10', '2026-03-11') };
    const said = (language: 'nl' | 'fr' | 'en' | 'de'): string => spokenOrder(language, shipped, { ...moment, now: '2026-03-10T15:00:00.000Z' });
    expect(said('nl')).toBe('Uw bestelling van 3 maart is vandaag verzonden; u krijgt ze morgen.');
    expect(said('fr')).toBe('Votre commande du 3 mars a été expédiée aujourd’hui ; vous la recevrez demain.');
    expect(said('en')).toBe('Your order of 3 March was shipped today; you will receive it tomorrow.');
    expect(said('de')).toBe('Ihre Bestellung vom 3. März wurde heute versandt; Sie erhalten sie morgen.');
  });

  it('names days that are further away, with the window that was chosen', () => {
    const confirmed = at('confirmed', '2026-03-03', '2026-03-12');
    const window = { day: '2026-03-12', from: '14:00', until: '18:30' };
    expect(spokenOrder('nl', confirmed, moment, window)).toBe('Uw bestelling van gisteren is bevestigd; u krijgt ze donderdag 12 maart tussen 14 en 18.30 uur.');
    expect(spokenOrder('fr', confirmed, moment, window)).toBe('Votre commande d’hier est confirmée ; vous la recevrez le jeudi 12 mars entre 14 h et 18 h 30.');
    expect(spokenOrder('en', confirmed, moment, window)).toBe('Your order of yesterday is confirmed; you will receive it on Thursday 12 March between 14:00 and 18:30.');
    expect(spokenOrder('de', confirmed, moment, window)).toBe('Ihre Bestellung von gestern ist bestätigt; Sie erhalten sie am Donnerstag, dem 12. März zwischen 14 und 18.30 Uhr.');
  });

  it('does not promise a day that has passed', () => {
    expect(spokenOrder('nl', at('confirmed', '2026-03-03', '2026-03-03'), moment)).toBe('Uw bestelling van gisteren had er gisteren moeten zijn; ik zoek voor u uit waar ze blijft.');
    expect(spokenOrder('nl', at('delivered', '2026-03-04', '2026-03-03'), moment)).toBe('Uw bestelling van gisteren is vandaag geleverd.');
  });

  it('says that what is provisional is provisional', () => {
    expect(spokenOrder('nl', at('provisional', '2026-03-04', null), moment)).toContain('voorlopig');
    expect(spokenPromise('nl', '2026-03-05', { ...moment, online: true })).toBe('Als u nu bestelt, krijgt u uw bestelling morgen.');
    expect(spokenPromise('nl', '2026-03-05', { ...moment, online: false })).toContain('voorlopig');
    expect(spokenPromise('fr', '2026-04-01', { ...moment, online: true })).toBe('Si vous commandez maintenant, vous recevrez votre commande le mercredi 1er avril.');
  });

  it('is one sentence for every state in every language, whatever is known', () => {
    for (const language of languageSchema.options) {
      for (const state of orderStates) {
        for (const promised of [null, '2026-03-01', '2026-03-05']) {
          const said = spokenOrder(language, { ...at(state, '2026-03-04', promised), history: [] }, moment);
          expect(said).toMatch(/^[A-Z].*\.$/u);
          expect(said).not.toMatch(/undefined|null|Invalid|\s{2}|\.\./);
        }
      }
    }
  });

  it('tells of a reservation', () => {
    const slot = { title: { nl: 'proeverij Loire' }, day: '2026-03-14', from: '19:00', until: '21:00' };
    expect(spokenReservation('nl', { state: 'confirmed', seats: 4 }, slot, moment)).toBe('Uw reservatie voor 4 (proeverij Loire) zaterdag 14 maart tussen 19 en 21 uur is bevestigd.');
  });
});

it('an order of which pieces were taken out last says which, in each language, and no longer once it went on', () => {
  const less = [{ name: { nl: 'Proefdoos Loire', fr: 'Coffret Loire' }, from: 3, to: 2 }, { name: { nl: 'Kurkentrekker' }, from: 1, to: 0 }];
  const confirmed = at('confirmed', '2026-03-03', '2026-03-12');
  const changed = { ...confirmed, history: [...confirmed.history, { state: 'confirmed' as const, at: '2026-03-04T08:30:00.000Z', by: null, less }] };
  const said = (language: 'nl' | 'fr' | 'en' | 'de'): string => spokenOrder(language, changed, moment);
  expect(said('nl')).toBe('Uw bestelling van gisteren is bevestigd; u krijgt ze donderdag 12 maart. Ze is vandaag aangepast: 2 Proefdoos Loire in plaats van 3, zonder Kurkentrekker.');
  expect(said('fr')).toBe('Votre commande d’hier est confirmée ; vous la recevrez le jeudi 12 mars. Elle a été modifiée aujourd’hui : 2 Coffret Loire au lieu de 3, sans Kurkentrekker.');
  expect(said('en')).toMatch(/It was changed today: 2 Proefdoos Loire instead of 3, without Kurkentrekker\.$/);
  expect(said('de')).toMatch(/Sie wurde heute geändert: 2 Proefdoos Loire statt 3, ohne Kurkentrekker\.$/);
  const packed = { ...changed, state: 'packed' as const, history: [...changed.history, { state: 'packed' as const, at: '2026-03-04T08:45:00.000Z', by: null }] };
  expect(spokenOrder('nl', packed, moment)).not.toContain('aangepast');
});

it('an order that is delivered otherwise says how, and how it was, in each language, and no longer once it went on', () => {
  const confirmed = at('confirmed', '2026-03-03', '2026-03-05');
  const [from, to] = [{ street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' }, { street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge', country: 'BE' }];
  const said = (language: 'nl' | 'fr' | 'en' | 'de', redirected: NonNullable<Order['history'][number]['redirected']>): string =>
    spokenOrder(language, { ...confirmed, history: [...confirmed.history, { state: 'confirmed', at: '2026-03-04T08:30:00.000Z', by: null, redirected }] }, moment);
  const elsewhere = { address: { from, to } };
  expect(said('nl', elsewhere)).toBe('Uw bestelling van gisteren is bevestigd; u krijgt ze morgen. Ze is vandaag aangepast: levering op Kerkstraat 12 / 3, 8000 Brugge in plaats van op Coupure Links 48, 9000 Gent.');
  expect(said('fr', elsewhere)).toMatch(/Elle a été modifiée aujourd’hui : livraison à l’adresse Kerkstraat 12 \/ 3, 8000 Brugge au lieu de Coupure Links 48, 9000 Gent\.$/);
  expect(said('en', elsewhere)).toMatch(/It was changed today: delivery to Kerkstraat 12 \/ 3, 8000 Brugge instead of Coupure Links 48, 9000 Gent\.$/);
  expect(said('de', elsewhere)).toMatch(/Sie wurde heute geändert: Lieferung an Kerkstraat 12 \/ 3, 8000 Brugge statt an Coupure Links 48, 9000 Gent\.$/);
  const sooner = { priority: { from: 'normal', to: 'urgent' }, arrival: { from: { day: '2026-03-12', hours: { from: '14:00', until: '18:00' } }, to: { day: '2026-03-05', hours: null } } } as const;
  expect(said('nl', sooner)).toMatch(/aangepast: dringende in plaats van gewone levering, u krijgt ze morgen in plaats van donderdag 12 maart tussen 14 en 18 uur\.$/);
  expect(said('fr', sooner)).toMatch(/: livraison urgente au lieu de normale, vous la recevrez demain plutôt que le jeudi 12 mars entre 14 h et 18 h\.$/);
  expect(said('en', sooner)).toMatch(/: urgent instead of normal delivery, you will receive it tomorrow instead of on Thursday 12 March between 14:00 and 18:00\.$/);
  expect(said('de', sooner)).toMatch(/: eilige statt normaler Lieferung, Sie erhalten sie morgen statt am Donnerstag, dem 12\. März zwischen 14 und 18 Uhr\.$/);
  const packed = { ...confirmed, state: 'packed' as const, history: [...confirmed.history, { state: 'confirmed' as const, at: '2026-03-04T08:30:00.000Z', by: null, redirected: elsewhere }, { state: 'packed' as const, at: '2026-03-04T08:45:00.000Z', by: null }] };
  expect(spokenOrder('nl', packed, moment)).not.toContain('aangepast');
  // It was confirmed when it was confirmed, not when it was changed.
  expect(spokenOrder('nl', { ...packed, state: 'shipped', history: [...packed.history, { state: 'shipped', at: '2026-03-03T12:00:00.000Z', by: null }, { state: 'shipped', at: '2026-03-04T08:30:00.000Z', by: null, redirected: elsewhere }] }, moment)).toContain('gisteren verzonden');
});
