import { useQuery } from '@tanstack/react-query';
import { urgencyOf } from '#shared/domain/due.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ActionChip } from '../status/ActionChip.tsx';
import { isPressing } from './work-filter.ts';

const minuteMs = 60_000;

/** A calm word in time: work of one's own, or nobody's, that is near its deadline or past it. Without any it is not there. */
export function WorkChip({ onWork }: { readonly onWork: () => void }) {
  const { t } = useTexts();
  const { store } = useServices();
  const now = useNow(minuteMs);
  const { data } = useQuery({ queryKey: storeKeys.work, queryFn: () => store.call('work.due', { limit: 50 }) });
  const pressing = (data ?? []).filter((one) => isPressing(one, now));
  if (pressing.length === 0) return null;
  const late = pressing.filter(({ dueAt, priority }) => urgencyOf(dueAt, now, priority) === 'late').length;
  return (
    <ActionChip tone={late > 0 ? 'warn' : 'neutral'} detail={t('work.chipDetail')} keys="Ctrl+F10" onPress={onWork}>
      {late > 0 ? t('work.late', { count: late }) : t('work.soon', { count: pressing.length })}
    </ActionChip>
  );
}
