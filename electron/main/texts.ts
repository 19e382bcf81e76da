import type { Settings } from '#shared/domain/settings.ts';

/** The few texts that main shows by itself; all others live in the workspace's locale files. */
interface MainText {
  readonly incomingCall: string;
  readonly unknownNumber: string;
  readonly file: string;
  readonly view: string;
  readonly help: string;
  readonly edit: string;
  readonly settings: string;
  readonly readiness: string;
  readonly exportLog: string;
  readonly lock: string;
  readonly quit: string;
  readonly quitDuringCall: string;
  readonly quitDuringCallDetail: string;
  readonly stay: string;
  readonly hangUpAndQuit: string;
  /** Shown in the browser after a sign-in there. */
  readonly backToBalie: string;
  readonly notSignedIn: string;
}

const texts: Readonly<Record<Settings['language'], MainText>> = {
  nl: {
    incomingCall: 'Inkomende oproep',
    unknownNumber: 'Onbekend nummer',
    file: 'Bestand',
    view: 'Beeld',
    help: 'Help',
    edit: 'Bewerken',
    settings: 'Instellingen',
    readiness: 'Controle voor de dienst',
    exportLog: 'Logboek exporteren…',
    lock: 'Balie vergrendelen',
    quit: 'Balie afsluiten',
    quitDuringCall: 'U bent nog in gesprek',
    quitDuringCallDetail: 'Als u Balie nu afsluit, wordt het gesprek beëindigd. Wat u getypt hebt, blijft bewaard.',
    stay: 'In gesprek blijven',
    hangUpAndQuit: 'Ophangen en afsluiten',
    backToBalie: 'U kunt dit venster sluiten en terugkeren naar Balie.',
    notSignedIn: 'U bent niet aangemeld. Keer terug naar Balie en probeer het opnieuw.',
  },
  fr: {
    incomingCall: 'Appel entrant',
    unknownNumber: 'Numéro inconnu',
    file: 'Fichier',
    view: 'Affichage',
    help: 'Aide',
    edit: 'Édition',
    settings: 'Paramètres',
    readiness: 'Contrôle avant le service',
    exportLog: 'Exporter le journal…',
    lock: 'Verrouiller Balie',
    quit: 'Quitter Balie',
    quitDuringCall: 'Vous êtes encore en communication',
    quitDuringCallDetail: 'Si vous quittez Balie maintenant, l’appel prend fin. Votre saisie est conservée.',
    stay: 'Rester en ligne',
    hangUpAndQuit: 'Raccrocher et quitter',
    backToBalie: 'Vous pouvez fermer cette fenêtre et revenir à Balie.',
    notSignedIn: "Vous n'êtes pas connecté. Revenez à Balie et réessayez.",
  },
  en: {
    incomingCall: 'Incoming call',
    unknownNumber: 'Unknown number',
    file: 'File',
    view: 'View',
    help: 'Help',
    edit: 'Edit',
    settings: 'Settings',
    readiness: 'Check before your shift',
    exportLog: 'Export the log…',
    lock: 'Lock Balie',
    quit: 'Quit Balie',
    quitDuringCall: 'You are still on a call',
    quitDuringCallDetail: 'If you quit Balie now, the call ends. What you typed is kept.',
    stay: 'Stay on the call',
    hangUpAndQuit: 'Hang up and quit',
    backToBalie: 'You can close this window and go back to Balie.',
    notSignedIn: 'You are not signed in. Go back to Balie and try again.',
  },
  de: {
    incomingCall: 'Eingehender Anruf',
    unknownNumber: 'Unbekannte Nummer',
    file: 'Datei',
    view: 'Ansicht',
    help: 'Hilfe',
    edit: 'Bearbeiten',
    settings: 'Einstellungen',
    readiness: 'Prüfung vor dem Dienst',
    exportLog: 'Protokoll exportieren…',
    lock: 'Balie sperren',
    quit: 'Balie beenden',
    quitDuringCall: 'Sie sind noch im Gespräch',
    quitDuringCallDetail: 'Wenn Sie Balie jetzt beenden, wird das Gespräch getrennt. Ihre Eingaben bleiben erhalten.',
    stay: 'Im Gespräch bleiben',
    hangUpAndQuit: 'Auflegen und beenden',
    backToBalie: 'Sie können dieses Fenster schließen und zu Balie zurückkehren.',
    notSignedIn: 'Sie sind nicht angemeldet. Kehren Sie zu Balie zurück und versuchen Sie es erneut.',
  },
};

/** @returns main's texts in a language. */
export function mainText(language: Settings['language']): MainText {
  return texts[language];
}
