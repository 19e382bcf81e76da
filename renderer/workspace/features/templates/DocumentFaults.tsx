import type { DocumentFault } from '#shared/domain/letter-template.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Document.module.css';

interface DocumentFaultsProps {
  readonly name: string;
  readonly faults: readonly DocumentFault[];
  /** The document of before is still the one. */
  readonly hasFormer: boolean;
}

/** Why central does not take a document, and what can be done about it. */
export function DocumentFaults({ name, faults, hasFormer }: DocumentFaultsProps) {
  const { t } = useTexts();
  return (
    <Notice tone="error" live="alert" title={t('templates.refused', { name })}>
      <ul className={styles.faults}>
        {faults.map(({ fault, about }, index) => (
          <li key={index}>
            {fault === 'other' ? (about ?? '') : t(`templates.documentFault.${fault}`, { field: fault === 'field-unknown' ? `{{${about ?? ''}}}` : '{{name}}' })}
            {about === null || fault === 'field-unknown' || fault === 'other' ? null : <span className={styles.where}> ({about})</span>}
          </li>
        ))}
      </ul>
      {hasFormer ? <p>{t('templates.formerStays')}</p> : null}
    </Notice>
  );
}
