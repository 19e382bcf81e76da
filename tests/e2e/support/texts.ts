import nl from '../../../renderer/workspace/i18n/locales/nl.json' with { type: 'json' };

type Texts = { readonly [key: string]: string | Texts };

/**
 * What the operator reads, in Dutch. Tests find things by their role and these words, as an operator does.
 *
 * @param key - As in the locale file: `call.answer`.
 * @param values - For the places in the text.
 */
export function text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const found = key.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), nl);
  if (typeof found !== 'string') throw new Error(`The Dutch locale has no text "${key}"`);
  return found.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
