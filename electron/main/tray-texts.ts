import type { Settings } from '#shared/domain/settings.ts';
import type { TrayState } from '#shared/domain/tray-state.ts';

interface TrayText {
  readonly states: Readonly<Record<TrayState, string>>;
  readonly show: string;
  readonly answer: string;
  readonly hangUp: string;
  readonly available: string;
  readonly notReady: string;
}

const texts: Readonly<Record<Settings['language'], TrayText>> = {
  nl: {
    states: { ringing: 'U wordt opgebeld', 'on-call': 'In gesprek', off: 'Lijn niet verbonden', available: 'Beschikbaar', 'not-ready': 'Niet beschikbaar' },
    show: 'Balie tonen',
    answer: 'Opnemen',
    hangUp: 'Ophangen',
    available: 'Beschikbaar',
    notReady: 'Pauze',
  },
  fr: {
    states: { ringing: 'Appel entrant', 'on-call': 'En communication', off: 'Ligne non connectée', available: 'Disponible', 'not-ready': 'Non disponible' },
    show: 'Afficher Balie',
    answer: 'Décrocher',
    hangUp: 'Raccrocher',
    available: 'Disponible',
    notReady: 'Pause',
  },
  en: {
    states: { ringing: 'A call is ringing', 'on-call': 'On a call', off: 'Line not connected', available: 'Available', 'not-ready': 'Not ready' },
    show: 'Show Balie',
    answer: 'Answer',
    hangUp: 'Hang up',
    available: 'Available',
    notReady: 'Break',
  },
  de: {
    states: { ringing: 'Ein Anruf klingelt', 'on-call': 'Im Gespräch', off: 'Leitung nicht verbunden', available: 'Verfügbar', 'not-ready': 'Nicht verfügbar' },
    show: 'Balie anzeigen',
    answer: 'Annehmen',
    hangUp: 'Auflegen',
    available: 'Verfügbar',
    notReady: 'Pause',
  },
};

/** @returns the words of the icon in the panel. */
export function trayText(language: Settings['language']): TrayText {
  return texts[language];
}
