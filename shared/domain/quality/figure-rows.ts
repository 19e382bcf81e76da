import type { Cell } from '../office.ts';
import { targetOf, type Figure, type Figures, type FigureName } from './figures.ts';
import type { QualityTargets } from './agreement.ts';
import type { Bucket, PeriodFigures } from './periods.ts';

/** The columns of a line of figures, from `span` on. Shares are percentages, so that a spreadsheet reckons with them as they are read. */
export const figureColumns = {
  span: 'word',
  from: 'text',
  until: 'text',
  conversations: 'number',
  pickUp: 'seconds',
  pickUpWithin: 'number',
  callDuration: 'seconds',
  callDurationWithin: 'number',
  hold: 'seconds',
  wrapUp: 'seconds',
  wrapUpWithin: 'number',
  silence: 'number',
  overlap: 'number',
  adherence: 'number',
  completeness: 'number',
  firstContact: 'number',
} as const;

interface FigureTable {
  readonly targets: QualityTargets | null;
  readonly figures: Figures;
  readonly periods: readonly PeriodFigures[];
  readonly bucket: Bucket;
  /** The first and the last calendar day. */
  readonly days: { readonly first: string; readonly last: string };
}

/** @returns the whole time, what was agreed where anything was, and each day or week, in the order of {@link figureColumns}. */
export function figureRows({ targets, figures, periods, bucket, days: { first, last } }: FigureTable): Cell[][] {
  return [
    ['figures.whole', first, last, ...cellsOf(figures)],
    ...(targets === null ? [] : [['figures.agreed', null, null, ...agreedCells(targets)]]),
    ...periods.map(({ day, figures: of }): Cell[] => [`figures.${bucket}`, day, bucket === 'week' ? daysAfter(day, 6) : day, ...cellsOf(of)]),
  ];
}

function cellsOf(figures: Figures): Cell[] {
  const time = (name: FigureName): Cell => rounded(figures[name].value);
  const share = (name: FigureName): Cell => percent(figures[name].value);
  const within = ({ within: kept }: Figure): Cell => percent(kept);
  const { pickUp, duration, wrapUp, overlap } = figures;
  return [
    ...[figures.conversations, time('pickUp'), within(pickUp), time('duration'), within(duration), time('hold'), time('wrapUp'), within(wrapUp)],
    ...[share('silence'), rounded(overlap.value), share('adherence'), share('completeness'), share('firstContact')],
  ];
}

function agreedCells(targets: QualityTargets): Cell[] {
  const of = (name: FigureName): number | null => targetOf(name, targets);
  return [null, of('pickUp'), targets.pickUpPercent, of('duration'), null, null, of('wrapUp'), null, null, null, percent(of('adherence')), null, percent(of('firstContact'))];
}

const percent = (share: number | null): Cell => rounded(share === null ? null : share * 100);

/** To a tenth: more was not measured. */
function rounded(value: number | null): Cell {
  return value === null ? null : Math.round(value * 10) / 10;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
