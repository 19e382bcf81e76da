import { urgencyOf } from '#shared/domain/due.ts';
import type { Priority } from '#shared/domain/file-entities.ts';
import { useNow } from '../../app/use-now.ts';
import { dayAndTime, timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './File.module.css';

const minuteMs = 60_000;
const tones = { late: 'bad', soon: 'warn', today: 'plain', later: 'plain' } as const;

/** A deadline: calm while there is time, in words and colour when there is little. */
export function DueChip({ dueAt, priority = 'normal' }: { readonly dueAt: string; readonly priority?: Priority }) {
  const { t, language } = useTexts();
  const urgency = urgencyOf(dueAt, useNow(minuteMs), priority);
  const when = urgency === 'today' || urgency === 'soon' ? timeOfDay(language, dueAt) : dayAndTime(language, dueAt);
  return (
    <span className={styles.chip} data-tone={tones[urgency]}>
      {t(`due.${urgency}`, { when })}
    </span>
  );
}
