import type { TimelineEntry } from '#shared/domain/timeline.ts';
import { assertNever } from '#shared/domain/errors.ts';
import { dayAndTime, duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { contactTitle } from '../customer/contact-title.ts';
import { useOutcomes } from '../wrapup/use-outcomes.ts';
import { fieldText, valueText } from './timeline-text.ts';
import { OrderLine, ReservationLine } from './TimelineOrder.tsx';
import styles from './Timeline.module.css';

/** One line of the timeline: when, what, and who. */
export function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  const { language } = useTexts();
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        {dayAndTime(language, entry.at)}
        {entry.by === null ? null : <span className={styles.by}>{entry.by}</span>}
      </span>
      <div data-selectable="true">
        <What entry={entry} />
      </div>
    </li>
  );
}

function What({ entry }: { readonly entry: TimelineEntry }) {
  const { t, language } = useTexts();
  const outcomeLabel = useOutcomes();
  switch (entry.kind) {
    case 'call':
    case 'message': {
      const { outcomeId, answeredAt, endedAt, direction, sentence, note } = entry.interaction;
      return (
        <>
          <strong>{contactTitle(t, entry.interaction, outcomeLabel(outcomeId))}</strong>
          <span className={styles.meta}>
            {' · '}
            {t(`direction.${direction}`)}
            {answeredAt === null || endedAt === null ? '' : ` · ${duration(Date.parse(endedAt) - Date.parse(answeredAt))}`}
          </span>
          {sentence === '' ? null : <p>{sentence}</p>}
          {note === '' ? null : <p className={styles.meta}>{note}</p>}
        </>
      );
    }
    case 'order':
      return <OrderLine entry={entry} />;
    case 'reservation':
      return <ReservationLine entry={entry} />;
    case 'note':
      return (
        <>
          <strong>{t('timeline.kind.note')}</strong>
          <p>{entry.note.text}</p>
        </>
      );
    case 'consent': {
      const { channel, purpose, state, source, how } = entry.consent;
      return (
        <>
          <strong>{t(`consent.state.${state}`)}</strong>{' '}
          {t(`consent.channel.${channel}`)}, {t(`consent.purpose.${purpose}`)}
          <span className={styles.meta}>
            {' · '}
            {t(`consent.source.${source}`)}
          </span>
          {how === '' ? null : <p className={styles.meta}>{how}</p>}
        </>
      );
    }
    case 'case':
      return (
        <>
          <strong>
            {t(`case.kind.${entry.case.kind}`)} {entry.case.caseNumber ?? ''}
          </strong>
          <span className={styles.meta}>
            {' · '}
            {t(`case.state.${entry.case.state}`)}
          </span>
          <p>{entry.case.subject}</p>
          {entry.case.result === '' ? null : <p className={styles.meta}>{entry.case.result}</p>}
        </>
      );
    case 'promise':
      return (
        <>
          <strong>{t('timeline.kind.promise')}</strong>
          <span className={styles.meta}>
            {' · '}
            {t(`promise.state.${entry.promise.state}`)}
          </span>
          <p>
            {entry.promise.text}, {t('file.by', { when: dayAndTime(language, entry.promise.dueAt) })}
          </p>
        </>
      );
    case 'correction':
      return (
        <>
          <strong>{fieldText(t, entry.correction)}</strong> <s className={styles.struck}>{valueText(t, entry.correction, entry.correction.former)}</s>
          {entry.correction.field === 'removed' ? null : <> {valueText(t, entry.correction, entry.correction.value)}</>}
          {entry.isPending ? (
            <span className={styles.meta}>
              {' · '}
              {t('timeline.pending')}
            </span>
          ) : null}
        </>
      );
    default:
      return assertNever(entry);
  }
}
