import type { i18n as I18n, TFunction } from 'i18next';
import { useContext, useSyncExternalStore } from 'react';
import { getI18n, I18nContext } from 'react-i18next';

interface Texts {
  readonly t: TFunction;
  readonly language: string;
}

interface Source {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Texts;
}

/*
 * The library's own hook asks for every component again which namespaces are loaded. Ours are all in the bundle: nothing but the
 * language changes, so all components share one answer. A page of a call has some eighty that ask.
 */
const sources = new WeakMap<I18n, Source>();

/*
 * A page of a call asks for some two hundred texts whenever it is drawn, nearly all of them without a value to fill in: the library
 * looks for the namespace, the plural and the languages behind each again.
 */
function remembering(t: TFunction): TFunction {
  const known = new Map<unknown, unknown>();
  return new Proxy(t, {
    apply(target, self, args: unknown[]) {
      if (args.length > 1) return Reflect.apply(target, self, args) as unknown;
      const [key] = args;
      if (!known.has(key)) known.set(key, Reflect.apply(target, self, args));
      return known.get(key);
    },
  });
}

function sourceOf(i18n: I18n): Source {
  const known = sources.get(i18n);
  if (known !== undefined) return known;
  let texts: Texts = { t: i18n.t, language: '' };
  const source: Source = {
    subscribe: (listener) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    current: () => {
      if (texts.language !== i18n.language) texts = { t: remembering(i18n.getFixedT(i18n.language)), language: i18n.language };
      return texts;
    },
  };
  sources.set(i18n, source);
  return source;
}

/** The operator's texts and the language they are in. */
export function useTexts(): Texts {
  // Without a provider, as in some tests, the library's own instance.
  const context = useContext<{ readonly i18n: I18n } | undefined>(I18nContext);
  const { subscribe, current } = sourceOf(context?.i18n ?? getI18n());
  return useSyncExternalStore(subscribe, current);
}
