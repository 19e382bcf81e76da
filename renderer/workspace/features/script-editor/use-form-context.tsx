import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { findingText } from '#shared/domain/script/finding-words.ts';
import { pointerOf, type ScriptFinding, type ScriptPath } from '#shared/domain/script/finding.ts';
import type { Language } from '#shared/domain/entities.ts';
import type { ScriptCondition } from '#shared/domain/script/condition.ts';
import { withCapturedKey, withPurposeKey } from '#shared/domain/script/rename.ts';
import type { Script, ScriptAnswer } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { queueNames } from './script-queries.ts';
import { freeKey, withValue } from './script-edits.ts';
import type { FormContext } from './SimpleField.tsx';
import { useConditionWords } from './use-condition-words.ts';
import type { ScriptDocumentInHand } from './use-document.ts';
import styles from './Form.module.css';

/** What the forms of a script know of it, and how they change it. */
export function useFormContext({ script, change }: ScriptDocumentInHand, findings: readonly ScriptFinding[], target: string | null): FormContext {
  const { t, language } = useTexts();
  const { data: queues } = useQuery(queueNames(useServices()));
  const errors = useMemo(() => new Map(findings.toReversed().map((finding) => [pointerOf(finding.path), findingText(finding, language as Language)])), [findings, language]);
  const conditionOf = useConditionWords(script);
  const titleOf = (key: string): string => script.steps.find((step) => step.key === key)?.title || key;
  return {
    change: (path, value) => change((now) => withValue(now, path, value), pointerOf(path)),
    errorAt: (pointer) => errors.get(pointer),
    choicesOf(name) {
      if (name === 'to' || name === 'start') return script.steps.map(({ key, title }) => ({ value: key, label: title || key }));
      if (name === 'purpose' && script.purposes !== undefined) return script.purposes.map(({ key, label }) => ({ value: key, label: label || key }));
      if (name === 'queue') return queues ?? null;
      return null;
    },
    isOpen: (path) => target !== null && `${target}/`.startsWith(`${pointerOf(path)}/`),
    newItem(list, empty, others) {
      if (typeof empty !== 'object' || empty === null || !('key' in empty)) return empty;
      return { ...empty, key: freeKey(t(`scriptEditor.newKey.${list === 'answers' || list === 'fields' || list === 'terms' || list === 'purposes' ? list : 'other'}`), takenKeys(script, list, others)) };
    },
    sentenceOf: (name, value) => (name === 'when' ? conditionOf(value as ScriptCondition) : null),
    rename: (path, next) => change((now) => renamed(now, path, next)),
    isFree: (path, key) => !takenKeys(script, String(path.at(-3)), [...partsAt(script, path.slice(0, -2))].filter((_, index) => index !== path.at(-2))).has(key),
    asideOf(list, item) {
      if (list !== 'answers' || typeof item !== 'object' || item === null) return null;
      const { to, when } = item as Partial<ScriptAnswer>;
      if (to === undefined) return null;
      return (
        <span className={styles.aside}>
          → {to === null ? t('scriptEditor.end') : titleOf(to)}
          {when === undefined ? null : <span className={styles.when}>{conditionOf(when)}</span>}
        </span>
      );
    },
  };
}

function partsAt(script: Script, path: ScriptPath): readonly unknown[] {
  let at: unknown = script;
  for (const part of path) at = (at as Readonly<Record<string, unknown>> | undefined)?.[part];
  return Array.isArray(at) ? at : [];
}

/** What names a field or a purpose by its key goes along, unless another one has that key too: then nobody knows which is meant. */
function renamed(script: Script, path: ScriptPath, next: string): Script {
  const list = path.at(-3);
  const place = path.at(-2);
  const parts = list === 'fields' ? script.steps.flatMap(({ fields }) => fields ?? []) : list === 'purposes' ? (script.purposes ?? []) : [];
  const own = partsAt(script, path.slice(0, -2))[Number(place)] as { readonly key: string } | undefined;
  if (own === undefined || own.key === '' || parts.filter(({ key }) => key === own.key).length !== 1) return withValue(script, path, next);
  return list === 'fields' ? withCapturedKey(script, own.key, next) : withPurposeKey(script, own.key, next);
}

/** Fields and terms have one name each in the whole script. */
function takenKeys(script: Script, list: string, others: readonly unknown[]): ReadonlySet<string> {
  const everywhere = list === 'fields' || list === 'terms' ? script.steps.flatMap((step): readonly unknown[] => step[list] ?? []) : [];
  return new Set([...everywhere, ...others].flatMap((item) => (typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string' ? [item.key] : [])));
}
