import { useQuery } from '@tanstack/react-query';
import type { Interaction } from '#shared/domain/entities.ts';
import { useServices } from '../../app/services.ts';
import { customerById } from '../../app/store-queries.ts';
import { useWork } from '../../app/work-context.ts';
import { customerName, phone, timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useLeftBehind } from './use-left-behind.ts';
import styles from './LeftBehind.module.css';

/** Conversations that a crash or another call left unfinished. */
export function LeftBehind() {
  const { t } = useTexts();
  const left = useLeftBehind();
  if (left.length === 0) return null;
  return (
    <section aria-label={t('unfinished.title')}>
      <h2 className={styles.title}>{t('unfinished.title')}</h2>
      <ul className={styles.list}>
        {left.map((interaction) => (
          <LeftLine key={interaction.id} interaction={interaction} />
        ))}
      </ul>
    </section>
  );
}

function LeftLine({ interaction }: { readonly interaction: Interaction }) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const { show } = useWork();
  const { customerId, number, interrupted, startedAt, id } = interaction;
  const customer = useQuery({ ...customerById(store, customerId ?? ''), enabled: customerId !== null }).data;
  const who = customer === undefined ? (number === null ? t('caller.withheld') : phone(number)) : customerName(customer.customer);
  const line = { time: timeOfDay(language, startedAt), who };
  return (
    <li className={styles.line}>
      <span>{interrupted ? t('unfinished.interrupted', line) : t('unfinished.open', line)}</span>
      <Button size="small" onPress={() => show({ kind: 'interaction', id })}>
        {t('unfinished.finish')}
      </Button>
    </li>
  );
}
