import type { CapacitySlot, Discount, Product, SalesPolicy, SalesTerms, Stock } from '#shared/domain/ordering/catalogue.ts';
import type { Localised } from '#shared/domain/entities.ts';
import { addDays, isoWeekday } from '#shared/domain/ordering/calendar.ts';
import { isWorkingDay } from '#shared/domain/ordering/delivery-promise.ts';
import { unsynced } from './centre.ts';
import type { Random } from './random.ts';

type Feature = readonly [label: Localised, value: Localised];
interface ProductPlan {
  readonly sku: string;
  readonly name: Localised;
  readonly category: Localised;
  readonly summary: Localised;
  readonly features: readonly Feature[];
  readonly priceCents: number;
  readonly vatRate?: Product['vatRate'];
  readonly discounts?: readonly Discount[];
  readonly onHand: number;
  /** Made to order, after so many working days more. */
  readonly leadDays?: number;
}

const contents: Localised = { nl: 'Inhoud', fr: 'Contenu', en: 'Contents', de: 'Inhalt' };
const grape: Localised = { nl: 'Druiven', fr: 'Cépages', en: 'Grapes', de: 'Rebsorten' };
const alcohol: Localised = { nl: 'Alcohol', fr: 'Alcool', en: 'Alcohol', de: 'Alkohol' };
const boxes: Localised = { nl: 'Proefdozen', fr: 'Coffrets', en: 'Tasting boxes', de: 'Probierpakete' };
const bottles: Localised = { nl: 'Flessen', fr: 'Bouteilles', en: 'Bottles', de: 'Flaschen' };
const extras: Localised = { nl: 'Toebehoren', fr: 'Accessoires', en: 'Accessories', de: 'Zubehör' };
const food: Localised = { nl: 'Voeding', fr: 'Alimentation', en: 'Food', de: 'Lebensmittel' };
const same = (text: string): Localised => ({ nl: text });

const winter: Discount = {
  key: 'winter-2026',
  label: { nl: 'Winteractie', fr: 'Action d’hiver', en: 'Winter offer', de: 'Winteraktion' },
  kind: 'percent',
  value: 1_000,
  from: '2026-11-15',
  until: '2027-01-31',
  minQuantity: 1,
  audience: 'everybody',
};
const subscribers: Discount = {
  key: 'vaste-klant',
  label: { nl: 'Voordeel vaste klant', fr: 'Avantage client fidèle', en: 'Regular customer’s advantage', de: 'Stammkundenvorteil' },
  kind: 'amount',
  value: 100,
  from: '2026-01-01',
  until: '2027-12-31',
  minQuantity: 6,
  audience: 'regular',
};

interface WinePlan extends Omit<ProductPlan, 'category' | 'features'> {
  /** A box of six; else one bottle. */
  readonly box?: true;
  readonly grapes: string;
  readonly strength: string;
}

const wine = ({ box, grapes, strength, ...plan }: WinePlan): ProductPlan => ({
  ...plan,
  category: box === true ? boxes : bottles,
  features: [[contents, same(box === true ? '6 × 75 cl' : '75 cl')], [grape, same(grapes)], [alcohol, same(strength)]],
});

const productPlans: readonly ProductPlan[] = [
  wine({
    sku: 'LOI-06',
    name: { nl: 'Proefdoos Loire (6 fl.)', fr: 'Coffret Loire (6 bt.)', en: 'Loire tasting box (6 bt.)', de: 'Probierpaket Loire (6 Fl.)' },
    box: true,
    summary: { nl: 'Drie witte en drie rode van vier wijnbouwers langs de Loire.', fr: 'Trois blancs et trois rouges de quatre vignerons de la Loire.', en: 'Three whites and three reds by four growers along the Loire.', de: 'Drei weiße und drei rote von vier Winzern an der Loire.' },
    grapes: 'Chenin, Sauvignon, Cabernet franc',
    strength: '12–13 %',
    priceCents: 5_400,
    onHand: 48,
  }),
  wine({
    sku: 'HRF-06',
    name: { nl: 'Herfstselectie (6 fl.)', fr: 'Sélection d’automne (6 bt.)', en: 'Autumn selection (6 bt.)', de: 'Herbstauswahl (6 Fl.)' },
    box: true,
    summary: { nl: 'Zes rode voor stoofpot en wild.', fr: 'Six rouges pour gibier et plats mijotés.', en: 'Six reds for stews and game.', de: 'Sechs rote zu Schmorgerichten und Wild.' },
    grapes: 'Syrah, Grenache, Nebbiolo',
    strength: '13,5 %',
    priceCents: 6_990,
    discounts: [winter],
    onHand: 30,
  }),
  wine({
    sku: 'BUB-06',
    name: { nl: 'Bubbels en wit (6 fl.)', fr: 'Bulles et blancs (6 bt.)', en: 'Bubbles and whites (6 bt.)', de: 'Sekt und Weißwein (6 Fl.)' },
    box: true,
    summary: { nl: 'Drie crémants en drie strakke witte.', fr: 'Trois crémants et trois blancs vifs.', en: 'Three crémants and three crisp whites.', de: 'Drei Crémants und drei frische Weißweine.' },
    grapes: 'Chardonnay, Pinot blanc, Riesling',
    strength: '12 %',
    priceCents: 7_450,
    onHand: 3,
  }),
  wine({
    sku: 'CRE-01',
    name: { nl: 'Crémant de Loire brut', fr: 'Crémant de Loire brut', en: 'Crémant de Loire brut', de: 'Crémant de Loire brut' },
    summary: { nl: 'Fijne belletjes, appel en brioche.', fr: 'Bulles fines, pomme et brioche.', en: 'Fine bubbles, apple and brioche.', de: 'Feine Perlen, Apfel und Brioche.' },
    grapes: 'Chenin',
    strength: '12 %',
    priceCents: 1_395,
    discounts: [subscribers],
    onHand: 180,
  }),
  wine({
    sku: 'GEW-01',
    name: { nl: 'Gewürztraminer Vieilles Vignes', fr: 'Gewürztraminer Vieilles Vignes' },
    summary: { nl: 'Roos en lychee, voor bij sterke kaas.', fr: 'Rose et litchi, avec un fromage corsé.', en: 'Rose and lychee, with strong cheese.', de: 'Rose und Litschi, zu kräftigem Käse.' },
    grapes: 'Gewürztraminer',
    strength: '13,5 %',
    priceCents: 1_590,
    discounts: [subscribers],
    onHand: 96,
  }),
  wine({
    sku: 'CHN-01',
    name: { nl: 'Château des Ormes, Chinon', fr: 'Château des Ormes, Chinon' },
    summary: { nl: 'Soepel rood met rood fruit.', fr: 'Rouge souple aux fruits rouges.', en: 'Supple red with red fruit.', de: 'Geschmeidiger Rotwein mit roter Frucht.' },
    grapes: 'Cabernet franc',
    strength: '13 %',
    priceCents: 1_150,
    discounts: [subscribers],
    onHand: 240,
  }),
  {
    sku: 'KRK-01',
    name: { nl: 'Kurkentrekker Classic', fr: 'Tire-bouchon Classic', en: 'Corkscrew Classic', de: 'Korkenzieher Classic' },
    category: extras,
    summary: { nl: 'Kelnersmes met beukenhouten greep.', fr: 'Sommelier au manche en hêtre.', en: 'Waiter’s knife with a beech handle.', de: 'Kellnermesser mit Buchengriff.' },
    features: [[{ nl: 'Materiaal', fr: 'Matière', en: 'Material', de: 'Material' }, { nl: 'Staal, beuk', fr: 'Acier, hêtre', en: 'Steel, beech', de: 'Stahl, Buche' }]],
    priceCents: 1_250,
    onHand: 60,
  },
  {
    sku: 'KAA-04',
    name: { nl: 'Kaasplank voor vier', fr: 'Plateau de fromages pour quatre', en: 'Cheese board for four', de: 'Käseplatte für vier' },
    category: food,
    summary: { nl: 'Vijf kazen, vers gesneden op bestelling.', fr: 'Cinq fromages, coupés sur commande.', en: 'Five cheeses, cut to order.', de: 'Fünf Käse, auf Bestellung geschnitten.' },
    features: [[contents, { nl: '700 g', fr: '700 g' }], [{ nl: 'Allergenen', fr: 'Allergènes', en: 'Allergens', de: 'Allergene' }, { nl: 'melk', fr: 'lait', en: 'milk', de: 'Milch' }]],
    priceCents: 3_200,
    vatRate: 600,
    onHand: 0,
    leadDays: 1,
  },
];

const termsPlans: readonly Omit<SalesTerms, 'id' | 'version' | 'updatedAt'>[] = [
  {
    key: 'levering',
    edition: '2026-01',
    validFrom: '2026-01-01',
    title: { nl: 'Levering en terugzending', fr: 'Livraison et retour', en: 'Delivery and return', de: 'Lieferung und Rückgabe' },
    text: { nl: 'Levering kost 6,95 euro. Ongeopende dozen neemt u terug binnen 14 dagen.', fr: 'La livraison coûte 6,95 euros. Les coffrets non ouverts sont repris dans les 14 jours.' },
    mandatory: true,
  },
  {
    key: 'levering',
    edition: '2026-11',
    validFrom: '2026-11-01',
    title: { nl: 'Levering en terugzending', fr: 'Livraison et retour', en: 'Delivery and return', de: 'Lieferung und Rückgabe' },
    text: {
      nl: 'De levering is gratis vanaf 75 euro. U kunt ongeopende dozen terugsturen binnen 14 dagen na de levering.',
      fr: 'La livraison est gratuite à partir de 75 euros. Vous pouvez renvoyer les coffrets non ouverts dans les 14 jours suivant la livraison.',
      en: 'Delivery is free from 75 euros on. You can return unopened boxes within 14 days of delivery.',
      de: 'Die Lieferung ist ab 75 Euro gratis. Sie können ungeöffnete Pakete innerhalb von 14 Tagen nach der Lieferung zurückschicken.',
    },
    mandatory: true,
  },
  {
    key: 'leeftijd',
    edition: '2026-01',
    validFrom: '2026-01-01',
    title: { nl: 'Verkoop aan meerderjarigen', fr: 'Vente aux majeurs', en: 'Sale to adults', de: 'Verkauf an Volljährige' },
    text: {
      nl: 'Wij verkopen alleen aan wie 18 jaar of ouder is; de bezorger kan naar een identiteitsbewijs vragen.',
      fr: 'Nous ne vendons qu’aux personnes de 18 ans ou plus ; le livreur peut demander une pièce d’identité.',
      en: 'We only sell to people of 18 or older; the courier may ask for proof of identity.',
      de: 'Wir verkaufen nur an Personen ab 18 Jahren; der Zusteller kann einen Ausweis verlangen.',
    },
    mandatory: true,
  },
];

const policyPlan: Omit<SalesPolicy, 'id' | 'version' | 'updatedAt'> = {
  timeZone: 'Europe/Brussels',
  cutOff: '16:00',
  workingDays: [1, 2, 3, 4, 5],
  closedDays: ['2026-12-24', '2026-12-31'],
  normalDays: 2,
  urgentDays: 1,
  deliveryCents: 695,
  urgentCents: 500,
  freeFromCents: 7_500,
  deliveryVatRate: 2_100,
  holdMinutes: 5,
  // The warehouse of the practice centre counts once; its count is good for as long as one practises.
  stockFreshMinutes: 60 * 24 * 365,
  returnDays: 14,
};

/** Days of delivery windows and tastings from the first one on: a year and more to practise in. */
const days = 420;

export interface ShopRows {
  readonly product: readonly Product[];
  readonly stock: readonly Stock[];
  readonly salesTerms: readonly SalesTerms[];
  readonly salesPolicy: readonly SalesPolicy[];
  readonly capacitySlot: readonly CapacitySlot[];
}

/** @param from the day on which the first windows and tastings are. */
export function shopRows(random: Random, at: number, from: string): ShopRows {
  const product = productPlans.map(({ onHand: _, leadDays, features, discounts = [], vatRate = 2_100, ...plan }): Product => ({
    ...unsynced,
    ...plan,
    id: random.id(at),
    features: features.map(([label, value]) => ({ label, value })),
    vatRate,
    discounts: [...discounts],
    termsKeys: plan.category === boxes || plan.category === bottles ? ['levering', 'leeftijd'] : ['levering'],
    languages: ['nl', 'fr', ...(plan.name.en === undefined ? [] : (['en', 'de'] as const))],
    active: true,
    stocked: leadDays === undefined,
    leadDays: leadDays ?? 0,
  }));
  const stock = product.flatMap(({ id: productId, sku, stocked }): Stock[] =>
    stocked ? [{ ...unsynced, id: random.id(at), productId, onHand: productPlans.find((plan) => plan.sku === sku)?.onHand ?? 0, allocated: 0, held: 0, countedAt: `${from}T07:00:00.000Z` }] : [],
  );
  return {
    product,
    stock,
    salesTerms: termsPlans.map((plan) => ({ ...unsynced, ...plan, id: random.id(at) })),
    salesPolicy: [{ ...unsynced, ...policyPlan, id: random.id(at) }],
    capacitySlot: Array.from({ length: days }, (_, ahead) => addDays(from, ahead)).flatMap((day) => slotsOf(random, at, day)),
  };
}

/** Two delivery windows on every working day, and a tasting on Saturdays. */
function slotsOf(random: Random, at: number, day: string): CapacitySlot[] {
  const slot = (rest: Omit<CapacitySlot, 'id' | 'version' | 'updatedAt' | 'day' | 'taken'>): CapacitySlot => ({ ...unsynced, id: random.id(at), day, taken: random.between(0, Math.floor(rest.capacity / 2)), ...rest });
  if (isWorkingDay(day, policyPlan)) {
    return [
      slot({ kind: 'delivery', title: { nl: 'voormiddag', fr: 'matin', en: 'morning', de: 'Vormittag' }, place: '', from: '09:00', until: '13:00', capacity: 24 }),
      slot({ kind: 'delivery', title: { nl: 'namiddag', fr: 'après-midi', en: 'afternoon', de: 'Nachmittag' }, place: '', from: '14:00', until: '18:00', capacity: 24 }),
    ];
  }
  if (isoWeekday(day) !== 6) return [];
  return [slot({ kind: 'tasting', title: { nl: 'proeverij Loire', fr: 'dégustation Loire', en: 'Loire tasting', de: 'Loire-Verkostung' }, place: 'Wijnhuis Ter Linde, Gent', from: '15:00', until: '17:00', capacity: 12 })];
}
