import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/domain/entities.ts';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof nl };
    returnNull: false;
  }
}

/** How the workspace's languages are written and counted here: Belgian where Belgium has them. */
const regional: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

/** @returns the BCP 47 tag for `Intl` and for the page. */
export function localeOf(language: string): string {
  return (regional as Readonly<Partial<Record<string, string>>>)[language] ?? regional.nl;
}

/** @returns the texts, in the given language; Dutch stands in for what is missing. */
export function createTexts(language: Language): I18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    resources: { nl: { translation: nl }, fr: { translation: fr }, en: { translation: en }, de: { translation: de } },
    // React escapes; a name with an ampersand must not be escaped twice.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return texts;
}
