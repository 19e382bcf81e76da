import type { TemplateFault } from './template-faults.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** @returns a function that says what is wrong in words; undefined where nothing is. */
export function useFaultText(): (faults: readonly TemplateFault[]) => string | undefined {
  const { t } = useTexts();
  return (faults) => {
    const unknown = faults.flatMap(({ about }) => (about === undefined ? [] : [`{{${about}}}`]));
    const [first] = faults.filter(({ fault }) => fault !== 'field-unknown');
    if (unknown.length > 0) return t('templates.fault.field-unknown', { count: unknown.length, fields: unknown.join(', ') });
    return first === undefined ? undefined : t(`templates.fault.${first.fault}`);
  };
}
