import { useQuery } from '@tanstack/react-query';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { interactionById } from '../../app/store-queries.ts';
import { dayAndTime, duration, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { contactTitle } from '../customer/contact-title.ts';
import { useOutcomes } from '../wrapup/use-outcomes.ts';
import styles from './Trail.module.css';

interface TrailConversationProps {
  readonly interactionId: string;
  readonly customerId: string;
  readonly name: string;
  readonly onCustomer: ((customerId: string) => void) | undefined;
}

/** The conversation in which it was asked, as far as this device has it and it may be read; and the way to the customer's file. */
export function TrailConversation({ interactionId, customerId, name, onCustomer }: TrailConversationProps) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const outcomeLabel = useOutcomes();
  const { data, error } = useQuery({ ...interactionById(store, interactionId), retry: false });
  if (error !== null) return <p className={styles.muted}>{asBalieError(error).code === 'store.not-found' ? t('trail.conversationNotHere') : t(`errors.${asBalieError(error).code}`)}</p>;
  if (data == null) return null;
  const { interaction, queue } = data;
  const { startedAt, answeredAt, endedAt, direction, outcomeId, sentence, note } = interaction;
  const facts = [dayAndTime(language, startedAt), t(`direction.${direction}`), ...(queue === null ? [] : [plain(queue.name)]), ...(answeredAt === null || endedAt === null ? [] : [duration(Date.parse(endedAt) - Date.parse(answeredAt))])];
  return (
    <div className={styles.conversation} role="region" aria-label={t('trail.conversation')}>
      <p>
        <strong>{contactTitle(t, interaction, outcomeLabel(outcomeId))}</strong> <span className={styles.muted}>{facts.join(' · ')}</span>
      </p>
      {sentence === '' ? null : <p>{sentence}</p>}
      {note === '' ? null : <p className={styles.muted}>{note}</p>}
      {onCustomer === undefined ? null : (
        <div>
          <Button size="small" onPress={() => onCustomer(customerId)}>
            {t('trail.file', { name })}
          </Button>
        </div>
      )}
    </div>
  );
}
