import { Button as AriaButton } from 'react-aria-components';
import type { HistoryEntry } from '#shared/domain/call-history.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { dayAndTime, decimal, duration, localised, phone, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useDial } from '../dial/DialContext.ts';
import styles from './HistoryPage.module.css';

interface PastCallProps {
  readonly entry: HistoryEntry;
  /** Its customer is shown beside the list. */
  readonly isOpen: boolean;
  readonly onOpen: (customerId: string) => void;
}

/** One call: with whom, when, how it went, what came of it. */
export function PastCall({ entry, isOpen, onOpen }: PastCallProps) {
  const { t, language } = useTexts();
  const { dial, busy } = useDial();
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && !busy;
  const { number, customerId, answeredAt, endedAt, direction, outcome, transferredTo, quality } = entry;
  const shownNumber = number === null ? t('caller.withheld') : phone(number);
  const known = entry.customerName ?? entry.colleagueName;
  const name = known === null ? shownNumber : plain(known);
  const missed = direction === 'inbound' && answeredAt === null;
  const facts = [
    ...(known === null ? [] : [shownNumber]),
    ...(entry.queueName === null ? [] : [plain(entry.queueName)]),
    ...(transferredTo === null ? [] : [t('calls.transferredTo', { to: phone(transferredTo) })]),
    ...(quality === null ? [] : [t('calls.quality', { mos: decimal(language, quality.mosMean) })]),
    ...(entry.recorded ? [t('calls.recorded')] : []),
  ];
  return (
    <li className={styles.call} data-line data-missed={missed} data-open={isOpen}>
      <span className={styles.when}>{dayAndTime(language, entry.startedAt)}</span>
      <div className={styles.who}>
        {customerId === null ? (
          <strong className={styles.name}>
            <bdi>{name}</bdi>
          </strong>
        ) : (
          <AriaButton className={styles.open ?? ''} aria-label={t('calls.openWho', { name })} aria-expanded={isOpen} onPress={() => onOpen(customerId)}>
            <bdi>{name}</bdi>
          </AriaButton>
        )}
        <span className={styles.muted}>{facts.join(' · ')}</span>
      </div>
      <span className={styles.how}>
        <b>{missed ? t('calls.missed') : t(`direction.${direction}`)}</b>
        <span className={styles.muted}>{answeredAt === null || endedAt === null ? (missed || entry.cause === null ? '' : t(`ended.${entry.cause}`)) : duration(Date.parse(endedAt) - Date.parse(answeredAt))}</span>
      </span>
      <span className={styles.outcome}>{outcome === null ? '' : localised(outcome, language)}</span>
      <Button isDisabled={!canCall || number === null} aria-label={t('calls.callBackWho', { name })} onPress={() => number !== null && void dial(number)}>
        {missed ? t('calls.callBack') : t('dial.call')}
      </Button>
    </li>
  );
}
