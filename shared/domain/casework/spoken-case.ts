import type { Case } from '../file-entities.ts';
import type { Language } from '../language.ts';
import { localTime } from '../ordering/calendar.ts';
import { comingDay, onDay } from '../ordering/spoken-dates.ts';

type Kind = Case['kind'];

/** What a sentence about a case is made of: every piece is already in the language. */
interface Pieces {
  /** "Uw klacht" */
  readonly what: string;
  /** "de dienst Retouren"; empty where it is nobody's in particular. */
  readonly at: string;
  /** "woensdag 2 december"; empty where no day is set. */
  readonly by: string;
  /** What was answered, as it was written down. */
  readonly result: string;
}

const whats: Readonly<Record<Language, Readonly<Record<Kind, string>>>> = {
  nl: { question: 'Uw vraag', complaint: 'Uw klacht', claim: 'Uw schadeclaim' },
  fr: { question: 'Votre question', complaint: 'Votre plainte', claim: 'Votre réclamation' },
  en: { question: 'Your question', complaint: 'Your complaint', claim: 'Your claim' },
  de: { question: 'Ihre Frage', complaint: 'Ihre Beschwerde', claim: 'Ihre Schadensmeldung' },
};

type Sentences = Readonly<Record<'underway' | 'waiting' | 'late' | 'solved', (pieces: Pieces) => string>>;

const ifSaid = (text: string, words: (text: string) => string): string => (text === '' ? '' : words(text));
/** A sentence within a sentence: without the point at its end. */
const inside = (text: string): string => text.trim().replace(/[.!]+$/, '');

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    underway: ({ what, at, by }) => `${what} is ${at === '' ? 'in behandeling' : `bij ${at}`}${ifSaid(by, (day) => `; u krijgt uiterlijk ${day} antwoord`)}.`,
    waiting: ({ what, at, by }) => `${what} ligt ${at === '' ? 'bij ons' : `bij ${at}`} en wacht nog op een antwoord${ifSaid(by, (day) => `; u hoort uiterlijk ${day} van ons`)}.`,
    late: ({ what, at, by }) => `Op ${what.toLowerCase()} had u ${by} antwoord moeten krijgen, mijn excuses; ik vraag het ${at === '' ? 'nu' : `bij ${at}`} na.`,
    solved: ({ what, result }) => `${what} is afgehandeld${ifSaid(inside(result), (words) => `: ${words}`)}.`,
  },
  fr: {
    underway: ({ what, at, by }) => `${what} est ${at === '' ? 'en cours de traitement' : `chez ${at}`}${ifSaid(by, (day) => ` ; vous aurez une réponse au plus tard ${day}`)}.`,
    waiting: ({ what, at, by }) => `${what} est ${at === '' ? 'chez nous' : `chez ${at}`} et attend encore une réponse${ifSaid(by, (day) => ` ; vous aurez de nos nouvelles au plus tard ${day}`)}.`,
    late: ({ what, at, by }) => `${what} aurait dû recevoir une réponse ${by}, je vous présente mes excuses ; je me renseigne ${at === '' ? 'tout de suite' : `auprès de ${at}`}.`,
    solved: ({ what, result }) => `${what} a été traitée${ifSaid(inside(result), (words) => ` : ${words}`)}.`,
  },
  en: {
    underway: ({ what, at, by }) => `${what} is ${at === '' ? 'being handled' : `with ${at}`}${ifSaid(by, (day) => `; you will have an answer by ${day.replace(/^on /, '')}`)}.`,
    waiting: ({ what, at, by }) => `${what} is ${at === '' ? 'with us' : `with ${at}`} and waits for an answer${ifSaid(by, (day) => `; you will hear from us by ${day.replace(/^on /, '')}`)}.`,
    late: ({ what, at, by }) => `You should have had an answer to ${what.toLowerCase()} ${by}, I apologise; I will ask ${at === '' ? 'now' : at}.`,
    solved: ({ what, result }) => `${what} has been dealt with${ifSaid(inside(result), (words) => `: ${words}`)}.`,
  },
  de: {
    underway: ({ what, at, by }) => `${what} ist ${at === '' ? 'in Bearbeitung' : `bei ${at}`}${ifSaid(by, (day) => `; Sie erhalten spätestens ${day} eine Antwort`)}.`,
    waiting: ({ what, at, by }) => `${what} liegt ${at === '' ? 'bei uns' : `bei ${at}`} und wartet noch auf eine Antwort${ifSaid(by, (day) => `; Sie hören spätestens ${day} von uns`)}.`,
    late: ({ what, at, by }) => `${what} hätte ${by} beantwortet sein sollen, ich bitte um Entschuldigung; ich frage ${at === '' ? 'jetzt' : `bei ${at}`} nach.`,
    solved: ({ what, result }) => `${what} ist erledigt${ifSaid(inside(result), (words) => `: ${words}`)}.`,
  },
};

/** What there is to say about a case. `nextContact` is when the customer was promised to hear something, before the answer itself. */
export interface SpokenCase extends Pick<Case, 'kind' | 'state' | 'dueAt' | 'result'> {
  readonly nextContact: string | null;
  /** Where it is, in the language of the call: "de dienst Retouren". */
  readonly department: string;
}

/**
 * Where a case stands, in one sentence that an operator can say as it is:
 * "Uw klacht is bij de dienst Retouren; u krijgt uiterlijk woensdag 2 december antwoord."
 */
export function spokenCase(language: Language, { kind, state, dueAt, result, nextContact, department }: SpokenCase, { now, timeZone }: { readonly now: string; readonly timeZone: string }): string {
  const what = whats[language][kind];
  if (state === 'solved' || state === 'closed') return sentences[language].solved({ what, at: department, by: '', result });
  const today = localTime(now, timeZone).day;
  const first = [dueAt, nextContact].flatMap((at) => at ?? []).sort()[0] ?? null;
  if (first === null) return sentences[language][state === 'waiting' ? 'waiting' : 'underway']({ what, at: department, by: '', result });
  const { day } = localTime(first, timeZone);
  if (first < now) return sentences[language].late({ what, at: department, by: onDay(language, day, today), result });
  return sentences[language][state === 'waiting' ? 'waiting' : 'underway']({ what, at: department, by: comingDay(language, day, today), result });
}
