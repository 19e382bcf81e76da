import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Language } from '#shared/domain/entities.ts';
import type { ScriptCondition } from '#shared/domain/script/condition.ts';
import { conditionText } from '#shared/domain/script/condition-words.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { queueNames } from './script-queries.ts';

/** @returns what says a condition as a sentence, with fields called as the script calls them (`former`: as it did, where it does not any more) and queues by their names. */
export function useConditionWords(script: Script, former: Script = script): (condition: ScriptCondition) => string {
  const { language } = useTexts();
  const { data: queues } = useQuery(queueNames(useServices()));
  return useMemo(() => {
    const fieldOf = (key: string): string => labelIn(script, key) ?? labelIn(former, key) ?? key;
    const queueOf = (key: string): string => queues?.find(({ value }) => value === key)?.label ?? key;
    return (condition) => conditionText(condition, language as Language, { fieldOf, queueOf });
  }, [script, former, queues, language]);
}

function labelIn({ steps }: Script, key: string): string | undefined {
  for (const { fields } of steps) {
    const field = fields?.find((each) => each.key === key);
    if (field !== undefined && field.label !== '') return field.label;
  }
  return undefined;
}
