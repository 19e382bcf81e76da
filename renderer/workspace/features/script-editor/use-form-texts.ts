import type { FieldSchema } from './schema.ts';
import { useTexts } from '../../i18n/use-texts.ts';

type Words = Readonly<Partial<Record<string, string>>>;

interface FormTexts {
  readonly labelOf: (name: string) => string;
  /** What the format says of what has no name here yet. */
  readonly hintOf: (name: string, schema: FieldSchema) => string | undefined;
  readonly valueOf: (value: string) => string;
}

/** The names of the parts of a script. What the format knows and the texts do not, is called as the format calls it. */
export function useFormTexts(): FormTexts {
  const { t } = useTexts();
  const names: Words = t('scriptEditor.property', { returnObjects: true });
  const values: Words = t('scriptEditor.value', { returnObjects: true });
  return {
    labelOf: (name) => names[name] ?? name,
    hintOf: (name, { description }) => (names[name] === undefined ? description : undefined),
    valueOf: (value) => values[value] ?? value,
  };
}
