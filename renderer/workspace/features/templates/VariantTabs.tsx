import type { KeyboardEvent } from 'react';
import type { Language } from '#shared/domain/language.ts';
import { exactVariant, letterAudiences, type LetterContent } from '#shared/domain/letter-parts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Audience } from './VariantPanel.tsx';
import styles from './Variant.module.css';

interface VariantTabsProps {
  readonly content: LetterContent;
  readonly audience: Audience;
  /** The languages of its queues. */
  readonly spoken: readonly Language[];
  /** Those with something wrong, `nl formal`. */
  readonly faulty: ReadonlySet<string>;
  readonly onAudience: (audience: Audience) => void;
}

const registers = 2;

/** Every language with both forms of address: which are there, which are missing, and which one is in hand. One stop for Tab, arrow keys between them. */
export function VariantTabs({ content, audience, spoken, faulty, onAudience }: VariantTabsProps) {
  const { t } = useTexts();
  const at = letterAudiences.findIndex((each) => isSame(each, audience));

  function walk(event: KeyboardEvent<HTMLElement>): void {
    const count = letterAudiences.length;
    const to = { ArrowRight: at + registers, ArrowLeft: at - registers + count, ArrowDown: at + 1, ArrowUp: at - 1 + count, Home: 0, End: count - 1 }[event.key];
    const next = to === undefined ? undefined : letterAudiences[to % count];
    if (next === undefined) return;
    event.preventDefault();
    onAudience(next);
    document.getElementById(variantTabId(next))?.focus();
  }
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('templates.variants')} onKeyDown={walk}>
      {letterAudiences.map((each) => {
        const isHere = isSame(each, audience);
        const state = stateOf(content, each, spoken);
        const hasFault = faulty.has(`${each.language} ${each.register}`);
        return (
          <button
            key={variantTabId(each)}
            id={variantTabId(each)}
            type="button"
            role="tab"
            aria-selected={isHere}
            aria-controls={isHere ? variantPanelId(each) : undefined}
            tabIndex={isHere ? 0 : -1}
            className={styles.tab}
            data-state={state}
            onClick={() => onAudience(each)}
          >
            <strong>
              {t(`language.${each.language}`)} <span>{t(`letter.registers.${each.register}`)}</span>
            </strong>
            <span className={styles.tabState} data-fault={hasFault}>
              {hasFault ? t('templates.hasFault') : t(`templates.variantState.${state}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** `borrowed`: the language is there in the other form of address, which customers then get. `wanted`: it is not, and a queue speaks it. */
function stateOf(content: LetterContent, { language, register }: Audience, spoken: readonly Language[]): 'there' | 'borrowed' | 'wanted' | 'absent' {
  if (exactVariant(content, language, register) !== undefined) return 'there';
  return content.variants.some((variant) => variant.language === language) ? 'borrowed' : spoken.includes(language) ? 'wanted' : 'absent';
}

const isSame = (a: Audience, b: Audience): boolean => a.language === b.language && a.register === b.register;
export const variantTabId = ({ language, register }: Audience): string => `template-${language}-${register}`;
export const variantPanelId = (audience: Audience): string => `${variantTabId(audience)}-words`;
