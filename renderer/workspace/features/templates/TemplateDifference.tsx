import { useQuery } from '@tanstack/react-query';
import { lineChanges } from '#shared/domain/line-changes.ts';
import { partName, type LetterChange, type LetterPart, type PartValue } from '#shared/domain/letter-parts.ts';
import type { LetterVariant } from '#shared/domain/letter-template.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { queueScripts } from '../script-editor/script-queries.ts';
import { documentText } from './template-queries.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeepDocument } from './use-keep-document.ts';
import desk from './Desk.module.css';
import styles from './Difference.module.css';

/** What differs, part by part: what was said is struck out, what is said now stands below it. Of documents what can be read in them. */
export function TemplateDifference({ changes }: { readonly changes: readonly LetterChange[] }) {
  const { t } = useTexts();
  if (changes.length === 0) return <p className={desk.muted}>{t('templates.same')}</p>;
  return (
    <ul className={styles.difference} aria-label={t('templates.difference')}>
      {changes.map((change) => (
        <li key={partName(change.part)}>
          <h3 className={desk.heading}>
            <PartTitle part={change.part} />
          </h3>
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

export function PartTitle({ part }: { readonly part: LetterPart }) {
  const { t } = useTexts();
  if (part.about === 'queues') return t('templates.queues');
  const language = t(`language.${part.language}`);
  return part.about === 'title' ? t('templates.titleIn', { language }) : `${language}, ${t(`letter.registers.${part.register}`)}`;
}

function Change({ change: { part, before, after } }: { readonly change: LetterChange }) {
  const [was, is] = [usePartText(before), usePartText(after)];
  if (part.about !== 'variant') return <Lines before={was} after={is} />;
  const [mailBefore, mailAfter] = [mailIn(before), mailIn(after)];
  if (mailBefore !== null || mailAfter !== null) {
    return (
      <>
        {mailBefore?.subject === mailAfter?.subject ? null : <Lines before={mailBefore?.subject ?? ''} after={mailAfter?.subject ?? ''} />}
        {mailBefore?.body === mailAfter?.body ? null : <Lines before={mailBefore?.body ?? ''} after={mailAfter?.body ?? ''} />}
      </>
    );
  }
  return (
    <>
      <Lines before={was} after={is} />
      {isDocument(before) ? <SaveDocument variant={before} /> : null}
    </>
  );
}

/** Lines that are the same on both sides are left out. */
function Lines({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  const { t } = useTexts();
  if (before === null || after === null) return null;
  const { removed, added } = lineChanges(before, after);
  if (removed === '' && added === '') return <p className={desk.muted}>{t('templates.onlyLooks')}</p>;
  return (
    <>
      {removed === '' ? null : <del>{removed}</del>}
      {added === '' ? null : <ins>{added}</ins>}
    </>
  );
}

function SaveDocument({ variant }: { readonly variant: Extract<LetterVariant, { readonly sha256: string }> }) {
  const { t } = useTexts();
  const keep = useKeepDocument();
  return (
    <div className={desk.buttons}>
      <Button size="small" isDisabled={keep.busy} onPress={() => keep.document(variant.sha256, `${t('templates.document')} ${variant.language} ${variant.sha256.slice(0, 8)}`)}>
        {t('templates.downloadFormer')}
      </Button>
    </div>
  );
}

function isDocument(value: PartValue): value is Extract<LetterVariant, { readonly sha256: string }> {
  return value !== null && typeof value === 'object' && 'sha256' in value;
}

function mailIn(value: PartValue): Extract<LetterVariant, { readonly subject: string }> | null {
  return value !== null && typeof value === 'object' && 'subject' in value ? value : null;
}

/** @returns one side in words; empty where it is not there, null while a document is being read. */
export function usePartText(value: PartValue): string | null {
  const { t } = useTexts();
  const services = useServices();
  const { data: queues } = useQuery(queueScripts(services));
  const document = isDocument(value) ? value : null;
  const { data: read, error } = useQuery({ ...documentText(services, document?.sha256 ?? ''), enabled: document !== null });
  if (value === null || typeof value === 'string') return value ?? '';
  if (document !== null) return read ?? (error === null ? null : t('templates.document'));
  if ('subject' in value) return `${value.subject}\n\n${value.body}`;
  const ids = value as readonly string[];
  return ids.length === 0 ? t('templates.everyQueue') : ids.map((id) => queues?.find(({ queueId }) => queueId === id)?.name ?? t('templates.unknownQueue')).join('\n');
}
