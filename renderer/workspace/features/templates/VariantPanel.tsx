import { useQuery } from '@tanstack/react-query';
import type { Language, Register } from '#shared/domain/language.ts';
import { exactVariant, withPart, type LetterContent } from '#shared/domain/letter-parts.ts';
import type { LetterVariant } from '#shared/domain/letter-template.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { queueScripts } from '../script-editor/script-queries.ts';
import { spokenBy } from './Coverage.tsx';
import { DocumentForm } from './DocumentForm.tsx';
import { MailForm } from './MailForm.tsx';
import type { TemplateFault } from './template-faults.ts';
import { titleIn } from './shelf-list.ts';
import { variantPanelId, VariantTabs, variantTabId } from './VariantTabs.tsx';
import desk from './Desk.module.css';
import styles from './Variant.module.css';

export interface Audience {
  readonly language: Language;
  readonly register: Register;
}

interface VariantPanelProps {
  readonly content: LetterContent;
  readonly audience: Audience;
  readonly faults: readonly TemplateFault[];
  /** Somebody wished to save it: what is missing is said. */
  readonly isTold: boolean;
  readonly onAudience: (audience: Audience) => void;
  readonly onChange: (content: LetterContent) => void;
}

/** The words of a template, in one language and form of address at a time. */
export function VariantPanel({ content, audience, faults, isTold, onAudience, onChange }: VariantPanelProps) {
  const { t } = useTexts();
  const { data: queues } = useQuery(queueScripts(useServices()));
  const { language, register } = audience;
  const variant = exactVariant(content, language, register);
  const put = (next: LetterVariant | null): void => onChange(withPart(content, { about: 'variant', language, register }, next));
  const id = `${language} ${register}`;
  // Who has just begun knows that there are no words yet.
  const shown = isTold ? faults : faults.filter(({ fault }) => fault !== 'missing');
  return (
    <section className={desk.variant} aria-label={t('templates.variants')}>
      <VariantTabs content={content} audience={audience} spoken={spokenBy(content, queues ?? [])} faulty={new Set(shown.map(({ place }) => place.split(' ').slice(0, 2).join(' ')))} onAudience={onAudience} />
      {isTold && content.variants.length === 0 ? <p className={styles.error}>{t('templates.fault.no-variants')}</p> : null}
      <div className={styles.words} role="tabpanel" id={variantPanelId(audience)} aria-labelledby={variantTabId(audience)}>
        {content.kind === 'mail' ? (
          <MailForm key={id} variant={variant !== undefined && 'subject' in variant ? variant : null} audience={audience} others={content.variants} faults={shown} onChange={put} />
        ) : (
          <DocumentForm key={id} variant={variant !== undefined && 'sha256' in variant ? variant : null} audience={audience} title={`${titleIn(content, language)} ${id}`} onChange={put} />
        )}
      </div>
    </section>
  );
}
