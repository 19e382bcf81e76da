import type { QualityAgreement } from '#shared/domain/quality/agreement.ts';
import type { AfterCall } from '#shared/domain/wrapup/after-call.ts';
import type { OutcomeSentences } from '#shared/domain/wrapup/outcome-sentence.ts';

/** What the sample centre agreed upon for every queue. */
export const sampleAgreement: QualityAgreement = { pickUpPercent: 80, wrapUpSeconds: 60, adherencePercent: 90, firstContactPercent: 75, returnDays: 7 };

/** After a complaint the centre wants to know what it was about, to learn from it. */
export const sampleAfterCall: AfterCall = [
  {
    outcome: 'complaint-noted',
    fields: [
      { key: 'oorzaak', label: 'Oorzaak', type: 'choice', options: ['levering', 'product', 'factuur', 'behandeling', 'iets anders'], required: true },
      { key: 'stemming', label: 'Stemming bij het afsluiten', type: 'choice', options: ['tevreden', 'neutraal', 'ontevreden'] },
    ],
  },
];

const nl = (text: string, purpose: string | null = null): OutcomeSentences[number] => ({ language: 'nl', purpose, text });
const fr = (text: string): OutcomeSentences[number] => ({ language: 'fr', purpose: null, text });
const en = (text: string): OutcomeSentences[number] => ({ language: 'en', purpose: null, text });

/** How each outcome is said to the customer; the fullest sentence whose values are all known is proposed. */
export const sampleSentences: Readonly<Record<string, OutcomeSentences>> = {
  'order-placed': [
    nl('We hebben uw bestelling van {{aantal}} maal {{pakket}} genoteerd en leveren op {{leverdag}}.'),
    nl('We hebben uw bestelling van {{aantal}} maal {{pakket}} genoteerd.'),
    fr('Nous avons noté votre commande de {{nombre}} {{coffret}}, livrée le {{jourLivraison}}.'),
    en('We have noted your order of {{quantity}} {{box}}, to be delivered on {{deliveryDay}}.'),
  ],
  'subscription-changed': [nl('Uw abonnement is gewijzigd ({{wijziging}}) vanaf {{wijzigingVanaf}}.'), nl('Uw abonnement is gewijzigd: {{wijziging}}.')],
  'question-answered': [nl('We hebben uw vraag over de levering beantwoord.', 'levering'), nl('We hebben uw vraag beantwoord.')],
  'complaint-noted': [nl('We hebben uw klacht genoteerd; u verwacht {{gewensteOplossing}} en u hoort van ons tegen {{terugbelDag}}.'), nl('We hebben uw klacht genoteerd en u krijgt antwoord tegen {{antwoordTegen}}.'), nl('We hebben uw klacht genoteerd.')],
  'complaint-solved': [nl('We hebben uw klacht opgelost: {{oplossing}}.')],
  'callback-agreed': [nl('We bellen u terug op {{terugbellenOp}}, op het nummer {{terugbelNummer}}.'), nl('We bellen u terug op {{terugbelDag}}.')],
};
