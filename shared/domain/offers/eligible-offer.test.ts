import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerRow, offerRows } from '../../../tests/fixtures/casework.ts';
import { scriptSchema, type Script } from '../script/script.ts';
import { answer, startRun } from '../script/engine.ts';
import type { ScriptFacts } from '../script/condition.ts';
import { eligibleOffer, mayBeOffered, type OfferFacts } from './eligible-offer.ts';
import { mainNeedMet } from './main-need.ts';
import { offerSchema, type Offer } from './offer.ts';

const script: ScriptFacts = { captured: {}, customer: { kind: 'person', segment: 'loyal', language: 'nl' }, queueKey: 'bestellingen-nl', language: 'nl', time: { minute: 600, day: 2 } };
const facts: OfferFacts = { script, register: 'formal', purpose: 'bestelling', mainNeedMet: true, today: '2026-11-28', interactionId: 'call', ordered: new Set(['LOI-06']), answers: [], consents: [] };
const consent = (state: 'given' | 'withdrawn', purpose: 'any' | 'marketing' | 'survey', at = '2026-01-01T00:00:00.000Z') => ({ channel: 'phone', purpose, state, at }) as const;
const keyOf = (offers: readonly Offer[], change: Partial<OfferFacts> = {}): string | null => eligibleOffer(offers, { ...facts, ...change })?.offer.key ?? null;

describe('what may be offered', () => {
  const [cheese, corkscrew] = offerRows();
  const offers = [corkscrew!, cheese!];

  it('is the highest that fits, with the words for who is spoken to', () => {
    for (const offer of offers) expect(offerSchema.safeParse(offer).error).toBeUndefined();
    expect(keyOf(offers)).toBe('kaasplank-bij-wijn');
    expect(eligibleOffer(offers, facts)?.say).toContain('Mag ik die meeleveren?');
    expect(eligibleOffer(offers, { ...facts, register: 'informal' })?.say).toContain('Zal ik die meeleveren?');
    expect(keyOf(offers, { ordered: new Set() })).toBe('kurkentrekker');
    expect(keyOf(offers, { script: { ...script, customer: { kind: 'person', segment: 'new', language: 'nl' } } })).toBe('kurkentrekker');
  });

  it('is nothing before the main need, to a stranger, or to who asked not to be approached', () => {
    expect([keyOf(offers, { mainNeedMet: false }), keyOf(offers, { script: { ...script, customer: null } }), keyOf(offers, { consents: [consent('withdrawn', 'marketing')] }), keyOf(offers, { consents: [consent('withdrawn', 'any')] })]).toEqual([null, null, null, null]);
    expect(mayBeOffered([consent('withdrawn', 'marketing'), consent('given', 'marketing', '2026-02-01T00:00:00.000Z')])).toBe(true);
    expect(mayBeOffered([consent('withdrawn', 'survey')])).toBe(true);
  });

  it('is nothing on another day, for another purpose, or without words in the language', () => {
    const one = offerRow({ validFrom: '2026-11-28', validUntil: '2026-11-28', purposes: ['bestelling'] });
    expect([keyOf([one]), keyOf([one], { today: '2026-11-27' }), keyOf([one], { today: '2026-11-29' }), keyOf([one], { purpose: 'klacht' }), keyOf([one], { purpose: null })]).toEqual(['kurkentrekker', null, null, null, null]);
    expect(keyOf([{ ...one, say: [{ language: 'fr', register: null, text: 'Bonjour' }] }])).toBeNull();
    expect(keyOf([{ ...one, active: false }])).toBeNull();
  });

  const sku = fc.constantFrom('LOI-06', 'KAA-04', 'KRK-01', 'HRF-06');
  const day = fc.constantFrom('2026-11-01', '2026-11-28', '2026-12-15');
  const anyOffer = fc
    .record({ sku, priority: fc.integer({ min: 0, max: 3 }), key: fc.stringMatching(/^[a-z]{3}$/), validFrom: day, validUntil: day, boughtAny: fc.uniqueArray(sku), boughtNone: fc.uniqueArray(sku), purposes: fc.uniqueArray(fc.constantFrom('bestelling', 'klacht')), active: fc.boolean() })
    .map((change) => offerRow(change));
  const anyFacts = fc.record({ mainNeedMet: fc.boolean(), purpose: fc.constantFrom('bestelling', 'klacht', null), today: day, ordered: fc.uniqueArray(sku).map((skus) => new Set<string>(skus)), consents: fc.array(fc.constantFrom(consent('withdrawn', 'marketing'), consent('given', 'marketing', '2026-03-01T00:00:00.000Z'), consent('withdrawn', 'survey'))) });

  it('never comes twice after an answer, never twice in a call, and does not depend on the order of the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyOffer, { selector: ({ key }) => key, maxLength: 6 }), anyFacts, (all, some) => {
        const known = { ...facts, ...some };
        const first = eligibleOffer(all, known);
        expect(eligibleOffer(all.toReversed(), known)?.offer.id).toBe(first?.offer.id);
        if (first === null) return;
        expect(known.mainNeedMet && mayBeOffered(known.consents) && !known.ordered.has(first.offer.sku)).toBe(true);
        const said = { offerId: first.offer.id, interactionId: 'call' };
        expect(eligibleOffer(all, { ...known, answers: [said] })).toBeNull();
        const later = { ...known, interactionId: 'next call', answers: [said] };
        expect(eligibleOffer(all, later)?.offer.id).not.toBe(first.offer.id);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the main need', () => {
  const field = (key: string, required = true) => ({ key, label: key, type: 'text' as const, required });
  const plain: Script = scriptSchema.parse({
    key: 'vraag', version: 1, language: 'nl', title: 'Vraag', start: 'begin', objectionBudget: 2, purposes: [{ key: 'vraag', label: 'Vraag' }],
    steps: [
      { key: 'begin', title: 'Begin', say: 'Dag.', answers: [{ key: 'vraag', label: 'Vraag', to: 'opname', purpose: 'vraag' }, { key: 'weg', label: 'Weg', to: null }] },
      { key: 'opname', title: 'Opname', say: 'Vertel.', fields: [field('wat')], answers: [{ key: 'klaar', label: 'Klaar', to: 'adres' }, { key: 'duur', label: 'Te duur', to: 'adres', objection: true }] },
      { key: 'adres', title: 'Adres', say: 'Waar?', fields: [field('waar'), field('opmerking', false)], answers: [{ key: 'klaar', label: 'Klaar', to: 'slot' }] },
      { key: 'slot', title: 'Slot', say: 'Dank u.', answers: [{ key: 'einde', label: 'Einde', to: null }] },
    ],
  });
  const at = '2026-11-28T09:00:00.000Z';
  const known = (captured: Record<string, string>): ScriptFacts => ({ ...script, captured });
  const asked = answer(plain, startRun(plain), 'vraag', script, at).run;

  it('is met when the purpose is known and nothing that must be written down is open, here or on the way', () => {
    expect(mainNeedMet(plain, startRun(plain), known({ wat: 'x', waar: 'y' }), false)).toBe(false);
    expect(mainNeedMet(plain, asked, known({}), false)).toBe(false);
    expect(mainNeedMet(plain, asked, known({ wat: 'x' }), false)).toBe(false);
    expect(mainNeedMet(plain, asked, known({ wat: 'x', waar: 'y' }), false)).toBe(true);
  });

  it('is met by an order, and not while an objection is answered', () => {
    expect(mainNeedMet(plain, startRun(plain), known({}), true)).toBe(true);
    const objected = answer(plain, asked, 'duur', known({ wat: 'x' }), at).run;
    expect(mainNeedMet(plain, objected, known({ wat: 'x', waar: 'y' }), false)).toBe(false);
  });
});
