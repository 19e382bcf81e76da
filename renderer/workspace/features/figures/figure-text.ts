import type { TFunction } from 'i18next';
import type { Figure, FigureName } from '#shared/domain/quality/figures.ts';
import { decimal, percentage, wholeNumber } from '../../i18n/format.ts';

/** Of whom figures are: what they are called in words differs. */
export type Whose = 'own' | 'queues';

const kinds = { pickUp: 'time', duration: 'time', hold: 'time', wrapUp: 'time', silence: 'share', overlap: 'times', adherence: 'share', completeness: 'share', firstContact: 'share' } as const satisfies Readonly<Record<FigureName, 'time' | 'share' | 'times'>>;

/** A number and its unit stay on one line. */
const noBreak = '\u00a0';

/** @returns a length of time in the signs that every language has: `18 s`, `4 min 12 s`. @param seconds not negative */
export function timeSpan(language: string, seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const parts = [...(minutes === 0 ? [] : [`${wholeNumber(language, minutes)}${noBreak}min`]), ...(minutes > 0 && whole % 60 === 0 ? [] : [`${whole % 60}${noBreak}s`])];
  return parts.join(noBreak);
}

/** @returns a value of this figure as it is read; a dash where there is none. */
export function figureText(t: TFunction, language: string, name: FigureName, value: number | null): string {
  if (value === null) return '–';
  switch (kinds[name]) {
    case 'time':
      return timeSpan(language, value);
    case 'share':
      return percentage(language, value);
    case 'times':
      return t('figures.times', { count: value, times: decimal(language, value) });
  }
}

/** @returns what a figure is made of, as its name says: a median of 12 conversations. Central does not tell how often a few others spoke through customers. */
export function madeOf(t: TFunction, whose: Whose, name: FigureName, { count }: Figure): string {
  if (count === 0 && name === 'overlap' && whose === 'queues') return t('figures.notTold');
  return count === 0 ? t('figures.nothing') : t(`figures.made.${name}`, { count });
}
