import type { TFunction } from 'i18next';
import type { Interaction } from '#shared/domain/entities.ts';

/** What a contact is called: by its outcome or, without one, by what it was. @param outcome in the operator's language. */
export function contactTitle(t: TFunction, { channel, answeredAt }: Pick<Interaction, 'channel' | 'answeredAt'>, outcome: string | null): string {
  if (channel !== 'voice') return outcome === null ? t(`channel.${channel}`) : `${t(`channel.${channel}`)}: ${outcome}`;
  return outcome ?? (answeredAt === null ? t('history.missed') : t('history.noOutcome'));
}
