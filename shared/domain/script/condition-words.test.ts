import { expect, it } from 'vitest';
import { languageSchema } from '../language.ts';
import { conditionText, type ConditionNames } from './condition-words.ts';
import type { ScriptCondition } from './condition.ts';

const names: ConditionNames = { fieldOf: (key) => ({ aantal: 'Aantal dozen' })[key] ?? key, queueOf: (key) => ({ bestel: 'Bestellijn', dienst: 'Klantendienst' })[key] ?? key };
const inDutch = (condition: ScriptCondition): string => conditionText(condition, 'nl', names);

it.each<[string, ScriptCondition]>([
  ['Alleen als de klant bekend is.', { customerKnown: true }],
  ['Alleen als de klant nog niet bekend is en de oproep via Bestellijn of Klantendienst komt.', { customerKnown: false, queue: ['bestel', 'dienst'] }],
  ['Alleen als de klant een organisatie is, het om een nieuwe klant of een trouwe klant gaat en de klant Frans spreekt.', { customer: { kind: 'organisation', segment: ['new', 'loyal'], language: ['fr'] } }],
  ['Alleen als Aantal dozen “12” is en opmerking leeg is.', { captured: { aantal: '12', opmerking: null } }],
  ['Alleen als het op maandag tot en met vrijdag tussen 09:00 en 17:30 uur is.', { time: { from: '09:00', to: '17:30', days: [3, 1, 2, 5, 4] } }],
  ['Alleen als het op zaterdag of zondag tussen 22:00 en 02:00 uur is.', { time: { from: '22:00', to: '02:00', days: [6, 7] } }],
  ['Alleen als de klant bekend is en ofwel er Frans gesproken wordt, ofwel Aantal dozen “6” is, maar niet als de oproep via weg komt.', { customerKnown: true, any: [{ language: ['fr'] }, { captured: { aantal: '6' } }], not: { queue: ['weg'] } }],
  ['Alleen als om het even wat, maar niet als om het even wat.', { not: {} }],
])('%s', (sentence, condition) => {
  expect(inDutch(condition)).toBe(sentence);
});

it('is said in every language, each in its own order of words', () => {
  const condition: ScriptCondition = { customer: { segment: ['loyal'] }, captured: { aantal: '6' }, any: [{ language: ['fr'] }, { time: { from: '09:00', to: '12:00', days: [1, 2, 3] } }], not: { customerKnown: false } };
  expect(languageSchema.options.map((language) => conditionText(condition, language, names))).toEqual([
    'Alleen als het om een trouwe klant gaat, Aantal dozen “6” is en ofwel er Frans gesproken wordt, ofwel het op maandag tot en met woensdag tussen 09:00 en 12:00 uur is, maar niet als de klant nog niet bekend is.',
    "Seulement si c'est un client fidèle, Aantal dozen est « 6 » et soit on parle français, soit il est entre 09:00 et 12:00, du lundi au mercredi, mais pas si le client n'est pas encore connu.",
    'Only if it is a loyal customer, Aantal dozen is “6”, and either French is spoken, or it is between 09:00 and 12:00 on Monday to Wednesday, but not if the customer is not known yet.',
    'Nur wenn es um einen treuen Kunden geht, Aantal dozen „6“ ist und entweder Französisch gesprochen wird oder es Montag bis Mittwoch zwischen 09:00 und 12:00 Uhr ist, aber nicht, wenn der Kunde noch nicht bekannt ist.',
  ]);
});
