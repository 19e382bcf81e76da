import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { findingText } from '#shared/domain/script/finding-words.ts';
import { pointerOf, type ScriptFinding } from '#shared/domain/script/finding.ts';
import type { Language } from '#shared/domain/entities.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { queueNames } from './script-queries.ts';
import { freeKey, withValue } from './script-edits.ts';
import type { FormContext } from './SimpleField.tsx';
import type { ScriptDocumentInHand } from './use-document.ts';
import styles from './Form.module.css';

/** What the forms of a script know of it, and how they change it. */
export function useFormContext({ script, change }: ScriptDocumentInHand, findings: readonly ScriptFinding[], target: string | null): FormContext {
  const { t, language } = useTexts();
  const { data: queues } = useQuery(queueNames(useServices()));
  const errors = useMemo(() => new Map(findings.toReversed().map((finding) => [pointerOf(finding.path), findingText(finding, language as Language)])), [findings, language]);
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
    asideOf(list, item) {
      const to = list === 'answers' && typeof item === 'object' && item !== null && 'to' in item ? item.to : undefined;
      if (to === undefined) return null;
      return <span className={styles.aside}>→ {typeof to === 'string' ? titleOf(to) : t('scriptEditor.end')}</span>;
    },
  };
}

/** Fields and terms have one name each in the whole script. */
function takenKeys(script: Script, list: string, others: readonly unknown[]): ReadonlySet<string> {
  const everywhere = list === 'fields' || list === 'terms' ? script.steps.flatMap((step): readonly unknown[] => step[list] ?? []) : [];
  return new Set([...everywhere, ...others].flatMap((item) => (typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string' ? [item.key] : [])));
}
