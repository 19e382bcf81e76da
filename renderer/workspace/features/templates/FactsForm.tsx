import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { languageSchema, type Language } from '#shared/domain/language.ts';
import { withPart, type LetterContent } from '#shared/domain/letter-parts.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { queueScripts } from '../script-editor/script-queries.ts';
import type { TemplateFault } from './template-faults.ts';
import { useFaultText } from './use-fault-text.ts';
import { keyFrom } from './written-template.ts';
import styles from './Desk.module.css';

interface FactsFormProps {
  readonly content: LetterContent;
  readonly isNew: boolean;
  readonly faults: readonly TemplateFault[];
  /** What is new in the edition that is saved next. */
  readonly comment: string;
  readonly onComment: (comment: string) => void;
  readonly onChange: (content: LetterContent) => void;
}

/** What a template is called, by what it is known, and whose it is. */
export function FactsForm({ content, isNew, faults, comment, onComment, onChange }: FactsFormProps) {
  const { t } = useTexts();
  const textOf = useFaultText();
  // The key follows the title until somebody writes it.
  const [follows, setFollows] = useState(isNew && content.key === keyFrom(content.title.nl));
  const errorAt = (place: string): string | undefined => textOf(faults.filter((fault) => fault.place === place));
  function entitle(language: Language, value: string): void {
    const next = withPart(content, { about: 'title', language }, value);
    onChange(language === 'nl' && isNew && follows ? { ...next, key: keyFrom(value) } : next);
  }
  return (
    <section className={styles.facts} aria-label={t('templates.facts')}>
      <Field label={t('templates.titleIn', { language: t('language.nl') })} required autoFocus={isNew} maxLength={200} value={content.title.nl} error={errorAt('title')} onChange={(event) => entitle('nl', event.target.value)} />
      {languageSchema.options.map((language) => (language === 'nl' ? null : <Field key={language} label={t('templates.titleIn', { language: t(`language.${language}`) })} lang={language} maxLength={200} value={content.title[language] ?? ''} onChange={(event) => entitle(language, event.target.value)} />))}
      <Field as="select" label={t('templates.kindLabel')} hint={isNew ? (content.variants.length > 0 ? t('templates.kindStays') : undefined) : t('templates.stays')} disabled={!isNew || content.variants.length > 0} value={content.kind} onChange={(event) => onChange({ ...content, kind: event.target.value === 'mail' ? 'mail' : 'letter' })}>
        <option value="letter">{t('templates.kind.letter')}</option>
        <option value="mail">{t('templates.kind.mail')}</option>
      </Field>
      <Field
        label={t('templates.key')}
        hint={isNew ? t('templates.keyHint') : t('templates.stays')}
        required
        disabled={!isNew}
        spellCheck={false}
        maxLength={64}
        value={content.key}
        error={errorAt('key')}
        onChange={(event) => {
          setFollows(false);
          onChange({ ...content, key: event.target.value });
        }}
      />
      <QueueBoxes chosen={content.queueIds} onChange={(queueIds) => onChange(withPart(content, { about: 'queues' }, queueIds))} />
      <Field as="textarea" label={t('templates.comment')} rows={2} maxLength={500} value={comment} onChange={(event) => onComment(event.target.value)} />
    </section>
  );
}

function QueueBoxes({ chosen, onChange }: { readonly chosen: readonly string[]; readonly onChange: (queueIds: readonly string[]) => void }) {
  const { t } = useTexts();
  const { data } = useQuery(queueScripts(useServices()));
  const unknown = data === undefined ? [] : chosen.filter((id) => !data.some(({ queueId }) => queueId === id));
  const all = [...(data ?? []).map(({ queueId, name }) => ({ id: queueId, name })), ...unknown.map((id) => ({ id, name: t('templates.unknownQueue') }))];
  return (
    <fieldset className={styles.queues}>
      <legend>{t('templates.queues')}</legend>
      {data === undefined ? <p className={styles.muted}>{t('templates.queuesUnknown', { count: chosen.length })}</p> : null}
      {all.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))} /> {name}
        </label>
      ))}
      <p className={styles.muted}>{chosen.length === 0 ? t('templates.everyQueueHint') : t('templates.someQueuesHint')}</p>
    </fieldset>
  );
}
