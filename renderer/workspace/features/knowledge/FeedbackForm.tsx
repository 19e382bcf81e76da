import { articleVerdicts, type Article } from '#shared/domain/knowledge/article.ts';
import { useServices } from '../../app/services.ts';
import { useKeptForm } from '../../app/use-kept-form.ts';
import { useOnce } from '../../app/use-once.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Article.module.css';

interface FeedbackFormProps {
  readonly article: Article;
  /** The operator opened it; else it was begun before, and nobody's cursor goes there. */
  readonly isAsked: boolean;
  readonly onDone: () => void;
}

/** Its name in the journal. */
export const feedbackForm = 'article.feedback';

/** What the operator thinks of an article, for whoever maintains it: a verdict, and a sentence where something is wrong or missing. */
export function FeedbackForm({ article, isAsked, onDone }: FeedbackFormProps) {
  const { t } = useTexts();
  const { store, notices } = useServices();
  const { file } = useWork();
  const { busy, once } = useOnce();
  const { values, set, done } = useKeptForm(article.id, feedbackForm, { verdict: '', sentence: '' });
  const verdict = articleVerdicts.find((each) => each === values.verdict) ?? null;
  const { sentence } = values;
  const isSaid = verdict === 'good' || (verdict !== null && sentence.trim() !== '');

  function send(): void {
    if (verdict === null || !isSaid) return;
    void once(async () => {
      await store.call('article.feedback', { articleId: article.id, edition: article.edition, verdict, sentence: sentence.trim(), interactionId: file?.interaction.id ?? null });
      notices.show({ kind: 'done', code: 'done.articleFeedback' });
    }).then((isSent) => isSent && leave());
  }

  function leave(): void {
    done().catch(() => undefined);
    onDone();
  }

  return (
    <form
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What was typed is not lost by a key that was meant for the article.
        event.stopPropagation();
        if (sentence.trim() === '') leave();
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
            <input type="radio" name="verdict" autoFocus={isAsked && index === 0} checked={verdict === each} onChange={() => set({ verdict: each })} /> {t(`knowledge.feedback.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('knowledge.feedback.sentence')} hint={t('knowledge.feedback.hint')} required={verdict !== null && verdict !== 'good'} maxLength={500} value={sentence} onChange={(event) => set({ sentence: event.currentTarget.value })} />
      <div className={styles.bar}>
        <Button size="small" tone="primary" type="submit" isDisabled={!isSaid || busy}>
          {t('knowledge.feedback.send')}
        </Button>
        <Button size="small" onPress={leave}>
          {t('knowledge.feedback.cancel')}
        </Button>
      </div>
    </form>
  );
}
