import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { isLetterField, piecesOf, variantOf, type LetterFields } from '#shared/domain/letters.ts';
import { useServices } from '../../app/services.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { titleIn } from './shelf-list.ts';
import { sampleFields, sampleReaders, type SampleReader } from './sample-fields.ts';
import { documentText } from './template-queries.ts';
import { useKeepDocument } from './use-keep-document.ts';
import type { Audience } from './VariantPanel.tsx';
import desk from './Desk.module.css';
import styles from './Side.module.css';

interface SamplePaneProps {
  readonly content: LetterContent;
  readonly audience: Audience;
}

/** How the variant in hand reads for a sample customer; of a language that is there in the other form of address only, that one. */
export function SamplePane({ content, audience: { language, register } }: SamplePaneProps) {
  const { t } = useTexts();
  const [reader, setReader] = useState<SampleReader>('regular');
  const [now] = useState(() => Date.now());
  const keep = useKeepDocument();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  const organisation = useSnapshot(({ policy }) => policy?.organisation ?? '');
  const variant = variantOf(content.variants, language, register);
  const fields = sampleFields({ reader, language, register: variant?.register ?? register, operator, organisation, outcome: t('templates.sampleOutcome', { lng: language }), sentence: t('templates.sampleSentence', { lng: language }), now });
  return (
    <div className={styles.sideBody}>
      <Field as="select" label={t('templates.reader')} value={reader} onChange={(event) => setReader(sampleReaders.find((each) => each === event.target.value) ?? 'regular')}>
        {sampleReaders.map((each) => (
          <option key={each} value={each}>
            {t(`scriptEditor.callers.${each}`)}
          </option>
        ))}
      </Field>
      {variant !== undefined && variant.register !== register ? <p className={desk.muted}>{t('templates.borrows', { register: t(`letter.registers.${variant.register}`) })}</p> : null}
      {variant === undefined ? (
        <p className={styles.sideEmpty}>{t('templates.nothingToShow')}</p>
      ) : 'sha256' in variant ? (
        <>
          <DocumentSample sha256={variant.sha256} fields={fields} language={language} />
          <div className={desk.buttons}>
            <Button size="small" isDisabled={keep.busy} onPress={() => keep.document(variant.sha256, `${titleIn(content, language)} ${t('templates.sample')}`, fields)}>
              {t('templates.saveSample')}
            </Button>
          </div>
        </>
      ) : (
        <Sample subject={variant.subject} text={variant.body} fields={fields} language={language} />
      )}
    </div>
  );
}

interface SampleProps {
  readonly subject: string | null;
  readonly text: string;
  readonly fields: LetterFields;
  /** Of the letter: a screen reader speaks it in its own. */
  readonly language: string;
}

function Sample({ subject, text, fields, language }: SampleProps) {
  const { t } = useTexts();
  return (
    <article className={styles.paper} aria-label={t('letter.preview')} lang={language} tabIndex={0} data-selectable="true">
      {subject === null ? null : (
        <h3 className={styles.subject}>
          <Filled text={subject} fields={fields} />
        </h3>
      )}
      <p className={desk.text}>
        <Filled text={text} fields={fields} />
      </p>
    </article>
  );
}

function DocumentSample({ sha256, ...rest }: Pick<SampleProps, 'fields' | 'language'> & { readonly sha256: string }) {
  const { t } = useTexts();
  const { data, error } = useQuery(documentText(useServices(), sha256));
  if (error !== null) return <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>;
  return data === undefined ? <p className={styles.sideEmpty} role="status">{t('letter.making')}</p> : <Sample subject={null} text={data} {...rest} />;
}

/** A text with its fields in; what is no field is marked, as no customer may read it. */
function Filled({ text, fields }: Pick<SampleProps, 'text' | 'fields'>) {
  return piecesOf(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : isLetterField(piece.key) ? (
      <span key={index} className={styles.filled}>
        {fields[piece.key]}
      </span>
    ) : (
      <mark key={index} className={styles.unknown}>{`{{${piece.key}}}`}</mark>
    ),
  );
}
