import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterEdition } from '#shared/contract/letters.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { letterChanges, type LetterContent } from '#shared/domain/letter-parts.ts';
import { useServices } from '../../app/services.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TemplateDifference } from './TemplateDifference.tsx';
import { templateEditions } from './template-queries.ts';
import { contentOf } from './written-template.ts';
import desk from './Desk.module.css';
import styles from './Side.module.css';

interface EditionPaneProps {
  readonly templateId: string;
  readonly content: LetterContent;
  /** Takes the words of an edition over into what is being written. */
  readonly onTake: (words: LetterContent) => void;
}

/** What the template said before: who wrote it when, what that edition changed, and what differs from what is being written. */
export function EditionPane({ templateId, content, onTake }: EditionPaneProps) {
  const { t } = useTexts();
  const { data, error } = useQuery(templateEditions(useServices(), templateId));
  const [shown, setShown] = useState<{ readonly edition: number; readonly against: 'former' | 'written' } | null>(null);
  if (error !== null) return <div className={styles.sideBody}><Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice></div>;
  const editions = data ?? [];
  return (
    <ul className={styles.editions} aria-label={t('templates.pane.editions')}>
      {editions.map((edition, index) => {
        const former = editions[index + 1];
        const against = shown?.edition === edition.edition ? shown.against : null;
        const show = (wanted: 'former' | 'written') => () => setShown(against === wanted ? null : { edition: edition.edition, against: wanted });
        return (
          <li key={edition.edition}>
            <EditionHead edition={edition} />
            <div className={desk.buttons}>
              {former === undefined ? null : (
                <Button size="small" isOn={against === 'former'} aria-expanded={against === 'former'} onPress={show('former')}>
                  {t('templates.whatChanged')}
                </Button>
              )}
              <Button size="small" isOn={against === 'written'} aria-expanded={against === 'written'} onPress={show('written')}>
                {t('templates.compare')}
              </Button>
            </div>
            {against === 'former' && former !== undefined ? <TemplateDifference changes={letterChanges(contentOf(former), contentOf(edition))} /> : null}
            {against === 'written' ? (
              <>
                <p className={desk.muted}>{t('templates.comparedWith', { number: edition.edition })}</p>
                <TemplateDifference changes={letterChanges(contentOf(edition), content)} />
                <div className={desk.buttons}>
                  <Button size="small" onPress={() => onTake(contentOf(edition))}>
                    {t('templates.take')}
                  </Button>
                </div>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function EditionHead({ edition: { edition, author, comment } }: { readonly edition: LetterEdition }) {
  const { t, language } = useTexts();
  return (
    <>
      <div className={styles.editionHead}>
        <strong>{t('templates.edition', { number: edition })}</strong>
        <span className={desk.muted}>
          {author.name ?? t('templates.outside')}, {dayAndTime(language, author.at)}
        </span>
      </div>
      {comment === '' ? null : <p>{comment}</p>}
    </>
  );
}
