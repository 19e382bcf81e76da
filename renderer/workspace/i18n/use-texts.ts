import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** The operator's texts and the language they are in. */
export function useTexts(): { readonly t: TFunction; readonly language: string } {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language };
}
