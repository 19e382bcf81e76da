import type { ScriptTerm } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TermChecks } from '../../ui/TermChecks.tsx';

interface TermListProps {
  readonly terms: readonly ScriptTerm[];
  /** What was agreed to, with the version that was read. */
  readonly agreed: Readonly<Record<string, number>>;
  readonly isDisabled: boolean;
  readonly onAgree: (termKey: string, agreed: boolean) => void;
}

/** Terms that are read out and agreed to. The key ticks the next one, in the order in which they are read. */
export function TermList({ terms, agreed, isDisabled, onAgree }: TermListProps) {
  const { t } = useTexts();
  const isTicked = (term: ScriptTerm): boolean => Object.hasOwn(agreed, term.key) && agreed[term.key] === term.version;
  const next = terms.find((term) => !isTicked(term));
  useShortcut('Ctrl+t', () => next !== undefined && onAgree(next.key, true), next !== undefined && !isDisabled);
  const checks = terms.map((term) => ({
    key: term.key,
    title: term.title,
    edition: t('script.termVersion', { version: term.version }),
    words: term.text,
    isTicked: isTicked(term),
    ...(term.mandatory === true ? { mandatory: t('script.termMandatory') } : {}),
    ...(term === next ? { keys: 'Ctrl+t' } : {}),
  }));
  return <TermChecks legend={t('script.terms')} terms={checks} isDisabled={isDisabled} onTick={onAgree} />;
}
