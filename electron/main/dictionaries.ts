import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Session } from 'electron';
import type { Language } from '#shared/domain/entities.ts';
import type { Logger } from '#shared/domain/logger.ts';

/** What Chromium calls a language, what the shipped file is called, and what Chromium looks for in the profile. */
const files: Readonly<Record<Language, { readonly code: string; readonly shipped: string; readonly wanted: string }>> = {
  nl: { code: 'nl', shipped: 'nl-NL.bdic', wanted: 'nl-NL-3-0.bdic' },
  fr: { code: 'fr', shipped: 'fr-FR.bdic', wanted: 'fr-FR-3-0.bdic' },
  de: { code: 'de', shipped: 'de-DE.bdic', wanted: 'de-DE-3-0.bdic' },
  en: { code: 'en-GB', shipped: 'en-GB.bdic', wanted: 'en-GB-10-1.bdic' },
};

/** Nobody serves this: what is not shipped is not fetched from Chromium's vendor either. */
const nowhere = 'balie://no-dictionaries/';

/** Must run before a window opens: until somebody writes, no dictionary is loaded, and none is ever downloaded. */
export function forbidDictionaryDownloads(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  session.setSpellCheckerLanguages([]);
}

interface DictionariesOptions {
  /** `resources/dictionaries`. */
  readonly source: string;
  /** Where Chromium keeps dictionaries: `Dictionaries` in the profile. */
  readonly profile: string;
  readonly session: Session;
  readonly logger: Logger;
}

/** The shipped dictionaries, laid where Chromium looks for them when a language is first written in. */
export class Dictionaries {
  readonly #options: DictionariesOptions;

  constructor(options: DictionariesOptions) {
    this.#options = options;
    options.session.on('spellcheck-dictionary-download-begin', (_event, language) => options.logger.warn({ language }, 'the shipped dictionary is not the one that this Chromium wants'));
  }

  /** A word is right when any of these languages has it. macOS checks with its own dictionaries. */
  use(languages: readonly Language[]): void {
    const { session } = this.#options;
    const available = new Set(session.availableSpellCheckerLanguages);
    const wanted = [...new Set(languages)].filter((language) => available.has(files[language].code) && this.#lay(language));
    session.setSpellCheckerLanguages(wanted.map((language) => files[language].code));
  }

  #lay(language: Language): boolean {
    const { source, profile, logger } = this.#options;
    const { shipped, wanted } = files[language];
    const [from, to] = [path.join(source, shipped), path.join(profile, wanted)];
    try {
      if (sizeOf(to) !== sizeOf(from)) {
        mkdirSync(profile, { recursive: true });
        copyFileSync(from, to);
      }
      return true;
    } catch (error) {
      logger.warn({ err: error, language }, 'a dictionary could not be laid ready; this language is not checked');
      return false;
    }
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
