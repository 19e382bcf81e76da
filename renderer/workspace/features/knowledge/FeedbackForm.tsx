import { useState } from 'react';
import { articleVerdicts, type Article, type ArticleVerdict } from '#shared/domain/knowledge/article.ts';
import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Article.module.css';

interface FeedbackFormProps {
  readonly article: Article;
  readonly onDone: () => void;
}

/** What the operator thinks of an article, for whoever maintains it: a verdict, and a sentence where something is wrong or missing. */
export function FeedbackForm({ article, onDone }: FeedbackFormProps) {
  const { t } = useTexts();
  const { store, notices } = useServices();
  const { file } = useWork();
  const { busy, once } = useOnce();
  const [verdict, setVerdict] = useState<ArticleVerdict | null>(null);
  const [sentence, setSentence] = useState('');
  const isSaid = verdict === 'good' || (verdict !== null && sentence.trim() !== '');

  function send(): void {
    if (verdict === null || !isSaid) return;
    void once(async () => {
      await store.call('article.feedback', { articleId: article.id, edition: article.edition, verdict, sentence: sentence.trim(), interactionId: file?.interaction.id ?? null });
      notices.show({ kind: 'done', code: 'done.articleFeedback' });
      onDone();
    });
  }

  return (
    <form
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What was typed is not lost by a key that was meant for the article.
        event.stopPropagation();
        if (sentence.trim() === '') onDone();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset className={styles.verdicts}>
        <legend>{t('knowledge.feedback.title')}</legend>
        {articleVerdicts.map((each, index) => (
          <label key={each} className={styles.verdict}>
            <input type="radio" name="verdict" autoFocus={index === 0} checked={verdict === each} onChange={() => setVerdict(each)} /> {t(`knowledge.feedback.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('knowledge.feedback.sentence')} hint={t('knowledge.feedback.hint')} required={verdict !== null && verdict !== 'good'} maxLength={500} value={sentence} onChange={(event) => setSentence(event.currentTarget.value)} />
      <div className={styles.bar}>
        <Button size="small" tone="primary" type="submit" isDisabled={!isSaid || busy}>
          {t('knowledge.feedback.send')}
        </Button>
        <Button size="small" onPress={onDone}>
          {t('knowledge.feedback.cancel')}
        </Button>
      </div>
    </form>
  );
}
