import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterVariant } from '#shared/domain/letter-template.ts';
import { askedIn, isLetterField, letterFieldKeys } from '#shared/domain/letters.ts';
import type { ChosenDocument } from '#shared/ipc/template-calls.ts';
import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DocumentFaults } from './DocumentFaults.tsx';
import { documentText } from './template-queries.ts';
import { useKeepDocument } from './use-keep-document.ts';
import type { Audience } from './VariantPanel.tsx';
import desk from './Desk.module.css';
import styles from './Document.module.css';

const chooseKey = 'Ctrl+Shift+o';

interface DocumentFormProps {
  readonly variant: Extract<LetterVariant, { readonly sha256: string }> | null;
  readonly audience: Audience;
  /** What the file is called that it is saved as. */
  readonly title: string;
  readonly onChange: (variant: LetterVariant | null) => void;
}

/** The document of a letter: chosen on this computer, looked at by central, and what it asks for. */
export function DocumentForm({ variant, audience, title, onChange }: DocumentFormProps) {
  const { t } = useTexts();
  const { main } = useServices();
  const { busy, once } = useOnce();
  const keep = useKeepDocument();
  const [refused, setRefused] = useState<Extract<ChosenDocument, { readonly outcome: 'refused' }> | null>(null);
  // Of the one that was chosen; what a workstation of another person chose had a name there.
  const [named, setNamed] = useState<{ readonly sha256: string; readonly name: string } | null>(null);

  function choose(): void {
    void once(async () => {
      const chosen = await main.call('templates.choose', undefined, { timeoutMs: 0 });
      if (chosen === null) return;
      if (chosen.outcome === 'refused') return setRefused(chosen);
      const { name, sha256, bytes } = chosen;
      setRefused(null);
      setNamed({ sha256, name });
      onChange({ ...audience, sha256, bytes });
    });
  }
  useShortcut(chooseKey, choose);
  return (
    <>
      {refused === null ? null : <DocumentFaults name={refused.name} faults={refused.faults} hasFormer={variant !== null} />}
      {variant === null ? (
        <p className={styles.absentText}>{t('templates.noDocument')}</p>
      ) : (
        <div className={styles.document}>
          <strong>{named?.sha256 === variant.sha256 ? named.name : t('templates.document')}</strong>
          <span className={desk.muted}>{t('templates.kilobytes', { count: Math.max(1, Math.round(variant.bytes / 1000)) })}</span>
        </div>
      )}
      <div className={desk.buttons}>
        <Button tone={variant === null ? 'primary' : 'plain'} keys={chooseKey} isDisabled={busy} onPress={choose}>
          {busy ? t('templates.sending') : variant === null ? t('templates.choose') : t('templates.chooseOther')}
        </Button>
        {variant === null ? null : (
          <>
            <Button isDisabled={keep.busy} onPress={() => keep.document(variant.sha256, title)}>
              {t('templates.download')}
            </Button>
            <Button tone="quiet" onPress={() => onChange(null)}>
              {t('templates.removeVariant')}
            </Button>
          </>
        )}
      </div>
      <FieldTable sha256={variant?.sha256 ?? null} />
    </>
  );
}

/** Every field, with how it is written in a document, and which of them this one asks for. */
function FieldTable({ sha256 }: { readonly sha256: string | null }) {
  const { t } = useTexts();
  const { data } = useQuery({ ...documentText(useServices(), sha256 ?? ''), enabled: sha256 !== null });
  const asked = new Set(data === undefined ? [] : askedIn(data).filter(isLetterField));
  return (
    <section className={styles.fields} aria-label={t('templates.fields')}>
      <h2 className={desk.heading}>{data === undefined ? t('templates.fields') : t('templates.asks', { count: asked.size })}</h2>
      <p className={desk.muted}>{t('templates.fieldsHint')}</p>
      <ul>
        {letterFieldKeys.map((key) => (
          <li key={key} data-asked={asked.has(key)}>
            <code className={desk.code} data-selectable="true">{`{{${key}}}`}</code> {t(`templates.field.${key}`)}
            {asked.has(key) ? <span className={styles.asked}>{t('templates.isAsked')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
