import type { TFunction } from 'i18next';
import type { CountryCode } from 'libphonenumber-js/min';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import { formFieldOf } from '#shared/domain/script/bind.ts';
import { capturedValue } from '#shared/domain/script/condition.ts';
import { fieldsSoFar, resumeRun } from '#shared/domain/script/engine.ts';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { afterCallFields } from '#shared/domain/wrapup/after-call.ts';
import type { FieldName } from '../../app/field-pointer.ts';
import { boundValue } from '../script/bound-value.ts';
import { capturedOf, draftOr } from '../../app/use-draft.ts';
import { isFieldMasked } from '../identity/masked.ts';
import { draftName, faultsInChanges, formOf, problemsOf, withDraft } from '../customer/customer-form.ts';

export interface Requirement {
  readonly field: FieldName;
  readonly label: string;
  readonly done: boolean;
  /** The conversation cannot be closed without it. */
  readonly blocking: boolean;
}

/** Everything that a well-kept conversation has, in the order of the screen. */
export function requirementsOf(t: TFunction, file: InteractionFile, values: Draft, country: CountryCode): readonly Requirement[] {
  const bound = boundRequirements(t, file, values, country);
  // One field, asked for in one place: where the script asks for it now.
  const asked = new Set(bound.map(({ twin }) => twin));
  const ofCustomer = customerRequirements(t, file, values, country).filter(({ field, blocking }) => blocking || !asked.has(field));
  return [...ofCustomer, ...bound, ...scriptRequirements(file, values), ...questionRequirements(t, file, values), ...outcomeRequirements(t, file, values), ...afterCallRequirements(file, values)];
}

/** @returns 0 to 1. */
export function completenessOf(requirements: readonly Requirement[]): number {
  return requirements.length === 0 ? 1 : requirements.filter((requirement) => requirement.done).length / requirements.length;
}

function customerRequirements(t: TFunction, file: InteractionFile, values: Draft, country: CountryCode): Requirement[] {
  const linked: Requirement = { field: 'customer.link', label: t('complete.customer'), done: file.customer !== null, blocking: false };
  if (file.customer === null) return [linked];
  const { id } = file.customer.customer;
  const base = formOf(file.customer, country);
  const form = withDraft(base, id, values);
  const { customer } = file;
  // What is not shown is not missed either.
  const problems = problemsOf(form, country).filter(({ field }) => !isFieldMasked(customer, field));
  const faults = faultsInChanges(form, base, country);
  const wanted = [
    { field: form.kind === 'organisation' ? ('organisationName' as const) : ('familyName' as const), done: form.kind === 'organisation' ? form.organisationName !== '' : form.familyName !== '' },
    { field: 'phone' as const, done: form.phone !== '' || form.mobile !== '' },
    { field: 'email' as const, done: form.email !== '' },
    { field: 'street' as const, done: form.street !== '' },
  ];
  return [
    linked,
    ...wanted
      .filter(({ field }) => !isFieldMasked(customer, field) && !problems.some((problem) => problem.field === field))
      .map(({ field, done }): Requirement => ({ field: draftName(id, field), label: t(`customer.${field}`), done, blocking: false })),
    ...problems.map(({ field }): Requirement => ({ field: draftName(id, field), label: t('complete.wrong', { field: t(`customer.${field}`) }), done: false, blocking: faults.some((fault) => fault.field === field) })),
  ];
}

function scriptRequirements(file: InteractionFile, values: Draft): Requirement[] {
  const captured = capturedOf(file, values);
  const afterwards = new Set(requiredAfterCall(file, values).map(({ key }) => key));
  return requiredSoFar(file).filter((field) => field.bind === undefined && !afterwards.has(field.key)).map((field) => ({
    field: `script.${field.key}`,
    label: field.label,
    done: capturedValue(captured, field.key) !== '',
    blocking: false,
  }));
}

/** Fields of the file that the script asked for: noted, right, and one thing with what the file says. */
function boundRequirements(t: TFunction, file: InteractionFile, values: Draft, country: CountryCode): readonly (Requirement & { readonly twin: FieldName })[] {
  return askedSoFar(file).flatMap((field) => {
    if (field.bind === undefined) return [];
    const { state, noted, fault } = boundValue({ ...field, bind: field.bind }, file, values, country);
    if (field.required !== true && state !== 'differs' && (fault === null || noted === '')) return [];
    const label = state === 'differs' ? t('complete.differs', { field: field.label }) : fault !== null && noted !== '' ? t('complete.wrong', { field: field.label }) : field.label;
    const twin = file.customer === null ? '' : draftName(file.customer.customer.id, formFieldOf(field.bind));
    return [{ field: `script.${field.key}`, label, done: noted !== '' && fault === null && state !== 'differs', blocking: false, twin }];
  });
}

/** @returns required fields of the steps that were answered, or stand on screen. */
function requiredSoFar(file: InteractionFile): readonly ScriptField[] {
  return askedSoFar(file).filter((field) => field.required === true);
}

function askedSoFar(file: InteractionFile): readonly ScriptField[] {
  const script = file.script?.definition;
  if (script === undefined || file.interaction.scriptRun === null) return [];
  return fieldsSoFar(script, resumeRun(script, file.interaction.scriptRun));
}

/** A question without an answer, an owner and a day; and what was begun and never noted, which would be gone with the draft. */
function questionRequirements(t: TFunction, file: InteractionFile, values: Draft): Requirement[] {
  const open = file.questions.filter(({ state }) => state === 'open').length;
  const half = (field: 'question' | 'promise'): boolean => draftOr(values, field, '').trim() !== '';
  const questions: Requirement[] = file.questions.length > 0 || half('question') ? [{ field: 'question', label: t('complete.question', { count: open }), done: open === 0 && !half('question'), blocking: true }] : [];
  return half('promise') && file.customer !== null ? [...questions, { field: 'promise', label: t('complete.promise'), done: false, blocking: true }] : questions;
}

function outcomeRequirements(t: TFunction, file: InteractionFile, values: Draft): Requirement[] {
  const outcomeId = chosenOutcome(file, values);
  const outcome = file.outcomes.find((candidate) => candidate.id === outcomeId);
  const sentence = draftOr(values, 'sentence', file.interaction.sentence).trim();
  const needsSentence = outcome?.requiresSentence === true;
  return [
    { field: 'outcomeId', label: t('wrapup.outcome'), done: outcome !== undefined, blocking: true },
    { field: 'sentence', label: t('wrapup.sentence'), done: sentence !== '', blocking: needsSentence },
  ];
}

function requiredAfterCall(file: InteractionFile, values: Draft): readonly ScriptField[] {
  const code = file.outcomes.find(({ id }) => id === chosenOutcome(file, values))?.code ?? null;
  return afterCallFields(file.queue?.afterCall ?? null, code).filter(({ required }) => required === true);
}

/** The centre wants to know: without it the conversation is not closed. */
function afterCallRequirements(file: InteractionFile, values: Draft): Requirement[] {
  const captured = capturedOf(file, values);
  return requiredAfterCall(file, values).map(({ key, label }) => ({ field: `script.${key}`, label, done: capturedValue(captured, key) !== '', blocking: true }));
}

/** @returns the outcome that stands in the picker; empty for none. */
export function chosenOutcome(file: InteractionFile, values: Draft): string {
  return draftOr(values, 'outcomeId', file.interaction.outcomeId ?? '');
}
