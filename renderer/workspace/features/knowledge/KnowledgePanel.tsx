import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import type { ArticleHit } from '#shared/domain/knowledge/article-views.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { HitRow } from '../../ui/HitRow.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useCombobox } from '../dial/use-combobox.ts';
import { ArticleView } from './ArticleView.tsx';
import { articleSearch } from './knowledge-queries.ts';
import { MarkedPieces } from './MarkedPieces.tsx';
import type { Wish } from './KnowledgeContext.ts';
import { useStepSources } from './use-step-sources.ts';
import styles from './Knowledge.module.css';

interface KnowledgePanelProps {
  readonly wish: Wish;
  /** The operator goes on where they were. */
  readonly onClose: () => void;
}

/** Looks things up beside the work: what is found for what is typed, and the article that was chosen. The script stays in sight. */
export function KnowledgePanel({ wish, onClose }: KnowledgePanelProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const input = useRef<HTMLInputElement>(null);
  const { language, sources } = useStepSources();
  const [text, setText] = useState('');
  const [isWide, setWide] = useState(false);
  const [shown, setShown] = useState(wish.articleId);
  const [granted, setGranted] = useState(wish);
  if (granted !== wish) {
    setGranted(wish);
    setShown(wish.articleId);
  }
  const narrowed = isWide ? null : sources;
  const client = useQueryClient();
  const search = articleSearch(store, { text: text.trim(), language, sources: narrowed });
  const found = useQuery({ ...search, placeholderData: keepPreviousData });
  const hits = found.data?.hits ?? [];
  const following = (): Promise<readonly ArticleHit[]> | null => (found.isPlaceholderData || found.isPending ? client.ensureQueryData(search).then((answer) => answer.hits) : null);
  const combobox = useCombobox<ArticleHit>({ items: hits, isOpen: shown === null && hits.length > 0, ready: hits[0] ?? null, onEnter: ({ id }) => setShown(id), following, onEscape: onClose });
  useShortcut('F2', () => setWide(!isWide), sources !== null);
  // Asked for again, the box has the cursor again, and what stood in it can be typed over.
  useEffect(() => {
    if (wish.articleId === null) input.current?.select();
  }, [wish]);

  /** With the mouse: an Enter that still waits for the list is meant no longer. */
  function choose(id: string): void {
    combobox.reset();
    setShown(id);
  }

  function back(): void {
    setShown(null);
    input.current?.focus();
  }

  return (
    <aside className={styles.panel} aria-label={t('knowledge.title')} data-knowledge>
      <div className={styles.top}>
        <input
          ref={input}
          className={styles.input}
          type="text"
          aria-label={t('knowledge.find')}
          aria-keyshortcuts="F1"
          placeholder={t('knowledge.find')}
          autoFocus={wish.articleId === null}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setShown(null);
            combobox.reset();
          }}
          {...combobox.inputProps}
        />
        <Button size="small" tone="quiet" keys="Escape" onPress={onClose}>
          {t('knowledge.close')}
        </Button>
      </div>
      {sources === null ? null : (
        <div className={styles.sources}>
          <span role="status">{isWide ? t('knowledge.everywhere') : t('knowledge.permitted', { sources: sources.join(', ') })}</span>
          <Button size="small" keys="F2" onPress={() => setWide(!isWide)}>
            {isWide ? t('knowledge.narrow') : t('knowledge.widen')}
          </Button>
        </div>
      )}
      {shown === null ? (
        <Results found={hits} isEmpty={found.data?.hits.length === 0} text={text.trim()} isMore={found.data?.isMoreElsewhere === true} language={language} combobox={combobox} onShow={choose} />
      ) : (
        <ArticleView key={shown} id={shown} onShow={setShown} onBack={back} />
      )}
      {found.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(found.error).code}`)}</Notice>}
    </aside>
  );
}

interface ResultsProps {
  readonly found: readonly ArticleHit[];
  readonly isEmpty: boolean;
  readonly text: string;
  readonly isMore: boolean;
  readonly language: string;
  readonly combobox: ReturnType<typeof useCombobox<ArticleHit>>;
  readonly onShow: (id: string) => void;
}

function Results({ found, isEmpty, text, isMore, language, combobox, onShow }: ResultsProps) {
  const { t } = useTexts();
  return (
    <div className={styles.results}>
      {isEmpty ? <p className={styles.empty}>{text === '' ? t('knowledge.none') : t('knowledge.nothing', { text })}</p> : null}
      {text === '' && found.length > 0 ? <h2 className={styles.kind}>{t('knowledge.latest')}</h2> : null}
      <div id={combobox.listId} role="listbox" aria-label={t('knowledge.results')} onMouseDown={(event) => event.preventDefault()}>
        {found.map((hit) => (
          <HitRow
            key={hit.id}
            id={combobox.optionId(hit)}
            isActive={hit.id === combobox.active?.id}
            lang={hit.language}
            wraps
            title={<MarkedPieces pieces={hit.title} />}
            aside={
              <>
                {hit.language === language ? null : <strong className={styles.foreign}>{t(`language.${hit.language}`)} · </strong>}
                {hit.source}
              </>
            }
            detail={<MarkedPieces pieces={hit.snippet} />}
            onClick={() => onShow(hit.id)}
          />
        ))}
      </div>
      {isMore ? (
        <p className={styles.more}>
          {t('knowledge.moreElsewhere')} <Kbd keys="F2" />
        </p>
      ) : null}
    </div>
  );
}
