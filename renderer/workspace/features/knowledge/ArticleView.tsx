import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import type { ArticleSheet } from '#shared/domain/knowledge/article-views.ts';
import { useServices } from '../../app/services.ts';
import { useBegunForms } from '../../app/use-kept-form.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { calendarDay, day, euro } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { articleBlocks } from './article-blocks.ts';
import { ArticleText } from './ArticleText.tsx';
import { FeedbackForm, feedbackForm } from './FeedbackForm.tsx';
import { articleById } from './knowledge-queries.ts';
import styles from './Article.module.css';

interface ArticleViewProps {
  readonly id: string;
  readonly onShow: (id: string) => void;
  readonly onBack: () => void;
}

/** One article, to be read while somebody listens. */
export function ArticleView({ id, onShow, onBack }: ArticleViewProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const { data, error } = useQuery(articleById(store, id));
  const frame = useRef<HTMLDivElement>(null);
  // The operator opened it: arrows scroll it, and Escape leads back.
  useEffect(() => frame.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onBack();
  }
  return (
    <div ref={frame} className={styles.frame} tabIndex={-1} role="group" aria-label={data?.article.title ?? t('knowledge.title')} onKeyDown={onKeyDown}>
      {error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>}
      {data === undefined ? null : <Sheet sheet={data} onShow={onShow} onBack={onBack} onRead={() => frame.current?.focus()} />}
    </div>
  );
}

interface SheetProps extends Omit<ArticleViewProps, 'id'> {
  readonly sheet: ArticleSheet;
  /** The operator goes on reading. */
  readonly onRead: () => void;
}

function Sheet({ sheet, onShow, onBack, onRead }: SheetProps) {
  const { t, language } = useTexts();
  const { article, card, translations, isInForce } = sheet;
  const blocks = useMemo(() => articleBlocks(article.body), [article.body]);
  const [isAsked, setAsked] = useState(false);
  const isBegun = useBegunForms(article.id).has(feedbackForm);
  useShortcut('F3', () => setAsked(true));
  return (
    <>
      <div className={styles.bar}>
        <Button size="small" onPress={onBack}>
          {t('knowledge.back')}
        </Button>
        {translations.map((other) => (
          <Button key={other.id} size="small" tone="quiet" onPress={() => onShow(other.id)}>
            {t(`language.${other.language}`)}
          </Button>
        ))}
      </div>
      <article className={styles.article} lang={article.language} data-selectable>
        <h2 className={styles.title}>{article.title}</h2>
        <p className={styles.meta}>
          {article.source} · {t('knowledge.changedOn', { day: day(language, article.changedAt) })}
          {article.validUntil === null ? '' : ` · ${t('knowledge.until', { day: calendarDay(language, article.validUntil) })}`}
        </p>
        {isInForce ? null : <Notice tone="warn">{t('knowledge.notInForce')}</Notice>}
        {article.changedSummary === '' ? null : (
          <p className={styles.changed}>
            <strong>{t('knowledge.new')}</strong> {article.changedSummary}
          </p>
        )}
        <ArticleText blocks={blocks} />
        {card === null ? null : (
          <p className={styles.card}>
            <strong>{euro(language, card.product.priceCents)}</strong> {card.product.sku}
            {card.stock === null ? '' : ` · ${t('knowledge.inStock', { count: Math.max(0, card.stock.onHand - card.stock.allocated - card.stock.held) })}`}
          </p>
        )}
      </article>
      <div className={styles.foot}>
        {isAsked || isBegun ? (
          <FeedbackForm
            article={article}
            isAsked={isAsked}
            onDone={() => {
              setAsked(false);
              onRead();
            }}
          />
        ) : (
          <Button size="small" keys="F3" onPress={() => setAsked(true)}>
            {t('knowledge.feedback.ask')}
          </Button>
        )}
      </div>
    </>
  );
}
