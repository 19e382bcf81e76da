import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/domain/settings.ts';
import { localeOf } from '../i18n/i18n.ts';

const darkQuery = '(prefers-color-scheme: dark)';

function followSystem(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Puts theme and language on the page. Size is the window's zoom, which main sets. */
export function useAppearance({ theme, language }: Settings): void {
  const { i18n } = useTranslation();
  const systemDark = useSyncExternalStore(followSystem, () => window.matchMedia(darkQuery).matches);
  const shown = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown;
  }, [shown]);
  useEffect(() => {
    document.documentElement.lang = localeOf(language);
    void i18n.changeLanguage(language);
  }, [i18n, language]);
}
