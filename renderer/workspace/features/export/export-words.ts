import type { TFunction } from 'i18next';
import { caseSchema, consentChannelSchema, consentPurposeSchema, correctionSchema, prioritySchema, promiseSchema, removedField } from '#shared/domain/file-entities.ts';
import { channelSchema, writableEntities } from '#shared/domain/entities.ts';
import { identityCheckKeySchema } from '#shared/domain/identity/policy.ts';
import { orderStates } from '#shared/domain/ordering/order-machine.ts';
import { timelineKinds } from '#shared/domain/timeline.ts';
import { customerFields } from '../customer/customer-form.ts';
import { fieldText } from '../file/timeline-text.ts';
import { trailKinds } from '../trail/trail-choice.ts';
import { fieldLabel, namedFields, workLabel } from '../unsent/field-text.ts';

/** @returns how the operator's language says what cells of kind `word` hold. */
export function exportWords(t: TFunction): Record<string, string> {
  const entries: [string, string][] = [
    ...(['inbound', 'outbound', 'answered', 'missed'] as const).map((word): [string, string] => [word, t(`export.word.${word}`)]),
    ...(['whole', 'agreed', 'day', 'week'] as const).map((span): [string, string] => [`figures.${span}`, t(`export.word.figures.${span}`)]),
    ...identityCheckKeySchema.options.map((check): [string, string] => [`check.${check}`, t(`identity.check.${check}`)]),
    ...trailKinds.map((kind): [string, string] => [`answer.${kind}`, t(`trail.kind.${kind}`)]),
    ...channelSchema.options.map((channel): [string, string] => [`channel.${channel}`, t(`channel.${channel}`)]),
    ...timelineKinds.filter((kind) => kind !== 'call' && kind !== 'message').map((kind): [string, string] => [`kind.${kind}`, t(`timeline.kind.${kind}`)]),
    ...consentChannelSchema.options.flatMap((channel) =>
      consentPurposeSchema.options.map((purpose): [string, string] => [`consent.${channel}.${purpose}`, `${t(`consent.channel.${channel}`)}, ${t(`consent.purpose.${purpose}`)}`]),
    ),
    ...(['given', 'withdrawn'] as const).map((state): [string, string] => [`consent.${state}`, t(`consent.state.${state}`)]),
    ...caseSchema.shape.kind.options.map((kind): [string, string] => [`case.${kind}`, t(`case.kind.${kind}`)]),
    ...caseSchema.shape.state.options.map((state): [string, string] => [`case.${state}`, t(`case.state.${state}`)]),
    ...promiseSchema.shape.state.options.map((state): [string, string] => [`promise.${state}`, t(`promise.state.${state}`)]),
    ...prioritySchema.options.map((priority): [string, string] => [`priority.${priority}`, t(`priority.${priority}`)]),
    ...writableEntities.map((entity): [string, string] => [`unsent.${entity}`, workLabel(t, entity)]),
    ...(['creates', 'changes', 'removes', 'waiting', 'conflict', 'rejected', 'stuck'] as const).map((word): [string, string] => [`work.${word}`, t(`export.word.work.${word}`)]),
    ...namedFields.map((field): [string, string] => [field, fieldLabel(t, field)]),
    ['order.lessened', t('order.lessened')],
    ['order.redirected', t('order.redirected')],
    ...orderStates.map((state): [string, string] => [`order.${state}`, t(`order.state.${state}`)]),
    ...correctionSchema.shape.entity.options.flatMap((entity) =>
      [...customerFields, 'value', removedField].map((field): [string, string] => [`correction.${entity}.${field}`, fieldText(t, { entity, field })]),
    ),
  ];
  return Object.fromEntries(entries);
}
