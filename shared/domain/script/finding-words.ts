import type { Language } from '../language.ts';
import type { FindingCode, ScriptFinding } from './finding.ts';

/** What is wrong, for whoever writes scripts. Here and not with the texts of the window: the check on the command line says it too. */
const words: Readonly<Record<FindingCode, Readonly<Record<Language, string>>>> = {
  'too-deep': { nl: 'Te diep genest.', fr: 'Imbrication trop profonde.', de: 'Zu tief verschachtelt.', en: 'Nested too deeply.' },
  'shape-empty': { nl: 'Moet nog ingevuld worden.', fr: 'Doit encore être rempli.', de: 'Muss noch ausgefüllt werden.', en: 'Is still to be filled in.' },
  'shape-too-long': { nl: 'Te lang of te veel: ten hoogste {{most}}.', fr: 'Trop long ou trop nombreux : {{most}} au plus.', de: 'Zu lang oder zu viele: höchstens {{most}}.', en: 'Too long or too many: {{most}} at most.' },
  'shape-type': { nl: 'Hier hoort iets anders: {{expected}}.', fr: 'Autre chose est attendu ici : {{expected}}.', de: 'Hier gehört etwas anderes hin: {{expected}}.', en: 'Something else belongs here: {{expected}}.' },
  'shape-unknown': { nl: 'Onbekende eigenschap: {{names}}.', fr: 'Propriété inconnue : {{names}}.', de: 'Unbekannte Eigenschaft: {{names}}.', en: 'Unknown property: {{names}}.' },
  'shape-value': { nl: 'Deze waarde kan niet: {{why}}.', fr: "Cette valeur n'est pas possible : {{why}}.", de: 'Dieser Wert ist nicht möglich: {{why}}.', en: 'This value cannot be: {{why}}.' },
  'key-twice': { nl: 'De sleutel {{key}} bestaat al.', fr: 'La clé {{key}} existe déjà.', de: 'Den Schlüssel {{key}} gibt es schon.', en: 'The key {{key}} is used twice.' },
  'key-reserved': { nl: '{{key}} is een gesproken waarde en kan geen veld zijn.', fr: '{{key}} est une valeur parlée et ne peut pas être un champ.', de: '{{key}} ist ein gesprochener Wert und kann kein Feld sein.', en: '{{key}} is a spoken value of its own and cannot be a field.' },
  'choice-options': { nl: 'Een keuze heeft mogelijkheden nodig, en alleen een keuze heeft ze.', fr: "Un choix demande des possibilités, et seul un choix en a.", de: 'Eine Auswahl braucht Möglichkeiten, und nur sie hat welche.', en: 'A choice needs options, and only a choice has them.' },
  'bound-type': { nl: 'Een veld van {{key}} heeft het type {{expected}}.', fr: 'Un champ de {{key}} est du type {{expected}}.', de: 'Ein Feld von {{key}} ist vom Typ {{expected}}.', en: 'A field of {{key}} has the type {{expected}}.' },
  'step-missing': { nl: 'Er is geen stap {{key}}.', fr: "Il n'y a pas d'étape {{key}}.", de: 'Es gibt keinen Schritt {{key}}.', en: 'There is no step {{key}}.' },
  'purpose-missing': { nl: 'Er is geen doel {{key}}.', fr: "Il n'y a pas de but {{key}}.", de: 'Es gibt keinen Zweck {{key}}.', en: 'There is no purpose {{key}}.' },
  'captured-missing': { nl: 'Geen veld en geen antwoord vult {{key}} in.', fr: 'Aucun champ ni réponse ne remplit {{key}}.', de: 'Kein Feld und keine Antwort füllt {{key}} aus.', en: 'No field and no answer fills in {{key}}.' },
  'placeholder-unknown': { nl: 'De variabele {{key}} bestaat niet.', fr: "La variable {{key}} n'existe pas.", de: 'Die Variable {{key}} gibt es nicht.', en: 'The variable {{key}} does not exist.' },
  'collect-without-fields': { nl: 'Een stap die gegevens noteert, heeft velden nodig.', fr: 'Une étape qui note des données demande des champs.', de: 'Ein Schritt, der Angaben notiert, braucht Felder.', en: 'A step that collects needs fields.' },
  'choose-without-choice': { nl: 'Een keuzestap heeft twee antwoorden nodig.', fr: 'Une étape de choix demande deux réponses.', de: 'Ein Auswahlschritt braucht zwei Antworten.', en: 'A step that chooses needs two answers.' },
  'look-up-without-sources': { nl: 'Een opzoekstap noemt zijn bronnen.', fr: 'Une étape de recherche cite ses sources.', de: 'Ein Nachschlageschritt nennt seine Quellen.', en: 'A step that looks something up names its sources.' },
  'objection-without-budget': { nl: 'Een weerwoord heeft een budget voor tegenwerpingen nodig.', fr: "Une réplique demande un budget d'objections.", de: 'Ein Gegenargument braucht ein Einwandbudget.', en: 'A counter-argument needs an objection budget.' },
  'close-without-end': { nl: 'Een afsluitende stap heeft een antwoord nodig dat het script beëindigt.', fr: 'Une étape de clôture demande une réponse qui termine le script.', de: 'Ein Abschlussschritt braucht eine Antwort, die das Skript beendet.', en: 'A closing step needs an answer that ends the script.' },
  unreachable: { nl: 'Geen enkel antwoord leidt naar deze stap.', fr: 'Aucune réponse ne mène à cette étape.', de: 'Keine Antwort führt zu diesem Schritt.', en: 'No answer leads to this step.' },
  'dead-end': { nl: 'Doodlopend: er is geen antwoord dat altijd openstaat (zonder voorwaarde, en geen tegenwerping).', fr: "Impasse : aucune réponse n'est toujours ouverte (sans condition, et qui n'est pas une objection).", de: 'Sackgasse: keine Antwort steht immer offen (ohne Bedingung, und kein Einwand).', en: 'A dead end: no answer is always open (without condition, and no objection).' },
  circle: { nl: 'Een kring zonder uitweg: vanaf hier komt men altijd weer hier, nooit bij het einde.', fr: "Un cercle sans issue : on revient toujours ici, jamais à la fin.", de: 'Ein Kreis ohne Ausweg: von hier kommt man immer wieder hierher, nie zum Ende.', en: 'A circle without a way out: from here one always comes back here, never to the end.' },
  'no-way-to-end': { nl: 'Geen weg van altijd open antwoorden leidt van hier naar het einde.', fr: "Aucun chemin de réponses toujours ouvertes ne mène d'ici à la fin.", de: 'Kein Weg aus immer offenen Antworten führt von hier zum Ende.', en: 'No path of always open answers leads from here to the end.' },
  'terms-without-way': { nl: 'Bij een verplichte voorwaarde hoort een altijd open antwoord dat zonder kan.', fr: "Une condition obligatoire demande une réponse toujours ouverte qui s'en passe.", de: 'Zu einer Pflichtbedingung gehört eine immer offene Antwort, die ohne sie geht.', en: 'A step with a mandatory term needs an always open answer that may go without it.' },
  'counter-without-objection': { nl: 'Alleen een tegenwerping leidt naar een weerwoord.', fr: 'Seule une objection mène à une réplique.', de: 'Nur ein Einwand führt zu einem Gegenargument.', en: 'Only an objection leads to a counter-argument.' },
  'sentence-long': { nl: 'Een zin van {{words}} woorden: korte zinnen spreken beter.', fr: 'Une phrase de {{words}} mots : des phrases courtes se disent mieux.', de: 'Ein Satz mit {{words}} Wörtern: kurze Sätze sprechen sich besser.', en: 'A sentence of {{words}} words: short ones are easier to say.' },
  'variant-missing': { nl: 'Geen woorden in het {{language}}, {{register}}.', fr: 'Pas de texte en {{language}}, {{register}}.', de: 'Kein Text auf {{language}}, {{register}}.', en: 'No words in {{language}}, {{register}}.' },
  'variant-double': { nl: 'Een eerdere variant is al voor hetzelfde publiek: deze wordt nooit gezegd.', fr: "Une variante précédente vise déjà le même public : celle-ci n'est jamais dite.", de: 'Eine frühere Variante ist schon für dasselbe Publikum: diese wird nie gesagt.', en: 'A former variant is for the same audience already: this one is never said.' },
  'objection-never-offered': { nl: 'Zonder budget voor tegenwerpingen wordt dit antwoord nooit aangeboden.', fr: "Sans budget d'objections, cette réponse n'est jamais proposée.", de: 'Ohne Einwandbudget wird diese Antwort nie angeboten.', en: 'Without an objection budget this answer is never offered.' },
  'budget-unused': { nl: 'Er is een budget voor tegenwerpingen, maar geen enkel antwoord is er een.', fr: "Il y a un budget d'objections, mais aucune réponse n'en est une.", de: 'Es gibt ein Einwandbudget, aber keine Antwort ist ein Einwand.', en: 'There is an objection budget, but no answer is an objection.' },
  'title-twice': { nl: 'Een eerdere stap heet ook zo: een operator houdt ze niet uit elkaar.', fr: "Une étape précédente porte le même titre : un opérateur ne les distingue pas.", de: 'Ein früherer Schritt heißt auch so: auseinanderhalten kann sie niemand.', en: 'A former step has this title too: an operator cannot tell them apart.' },
  'no-closing-step': { nl: 'Geen enkele stap is een afsluiting: het gesprek eindigt zonder dank of afscheid.', fr: "Aucune étape n'est une clôture : l'appel se termine sans remerciement.", de: 'Kein Schritt ist ein Abschluss: das Gespräch endet ohne Dank.', en: 'No step is a closing: the call ends without thanks.' },
};

const registers: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  formal: { nl: 'met u', fr: 'avec vous', de: 'mit Sie', en: 'formal' },
  informal: { nl: 'met je', fr: 'avec tu', de: 'mit du', en: 'informal' },
};
const languages: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  nl: { nl: 'Nederlands', fr: 'Frans', de: 'Duits', en: 'Engels' },
  fr: { nl: 'néerlandais', fr: 'français', de: 'allemand', en: 'anglais' },
  de: { nl: 'Niederländisch', fr: 'Französisch', de: 'Deutsch', en: 'Englisch' },
  en: { nl: 'Dutch', fr: 'French', de: 'German', en: 'English' },
};

/** @returns what is wrong, in a language; the place is not in it. */
export function findingText({ code, values }: Pick<ScriptFinding, 'code' | 'values'>, language: Language): string {
  return words[code][language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => named(name, Object.hasOwn(values, name) ? String(values[name]) : '', language));
}

function named(name: string, value: string, language: Language): string {
  if (name === 'register') return registers[value]?.[language] ?? value;
  if (name === 'language') return Object.entries(languages[language]).find(([key]) => key === value)?.[1] ?? value;
  return value;
}
