import { useEffect, useRef, useSyncExternalStore } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { noonOf, type Course } from './chart-data.ts';
import styles from './Figures.module.css';

interface FigureChartProps {
  readonly course: Course;
  /** In the figure's own unit; null draws no line. */
  readonly target: number | null;
  readonly isShare: boolean;
  /** What the picture says, for who does not see it; the numbers are in the table. */
  readonly label: string;
  readonly valueText: (value: number) => string;
  readonly dayText: (day: string) => string;
}

const height = 220;

/** A figure over time, with its target as a dashed line. It does not move, and nothing in it is red. */
export function FigureChart({ course, target, isShare, label, valueText, dayText }: FigureChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useSyncExternalStore(followTheme, () => document.documentElement.dataset['theme']);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const colour = colours(element);
    const times = course.days.map((day) => noonOf(day) / 1000);
    const dayAt = (time: number): string => dayText(new Date(time * 1000).toISOString().slice(0, 10));
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: `12px ${colour('--font')}` };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height,
        padding: [10, 32, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: true }, y: { range: (_plot, _low, high) => [0, isShare ? 1 : Math.max(high, target ?? 0) * 1.1 || 1] } },
        axes: [
          { ...axis, size: 34, splits: () => everySoMany(times, element.clientWidth), values: (_plot, splits) => splits.map(dayAt) },
          { ...axis, size: 76, values: (_plot, splits) => splits.map(valueText) },
        ],
        series: [
          {},
          { stroke: colour('--accent'), width: 2, spanGaps: true, points: { show: true, size: 6, fill: colour('--accent'), stroke: colour('--accent') } },
          { stroke: colour('--muted'), width: 1.5, dash: [6, 5], points: { show: false } },
        ],
      },
      [times, [...course.values], times.map(() => target)],
      element,
    );
    const sizes = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      plot.destroy();
    };
  }, [course, target, isShare, theme, valueText, dayText]);
  return <div ref={box} className={styles.chart} role="img" aria-label={label} />;
}

/** A canvas knows no variables of the style sheet: they are read when it is drawn, and again when the theme changes. */
function colours(element: HTMLElement): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

function followTheme(listener: () => void): () => void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}

/** As many days under the axis as there is room for. */
function everySoMany(times: readonly number[], width: number): number[] {
  const step = Math.max(1, Math.ceil(times.length / Math.max(1, Math.floor(width / 90))));
  return times.filter((_, index) => (times.length - 1 - index) % step === 0);
}
