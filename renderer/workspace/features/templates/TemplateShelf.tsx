import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { newId } from '#shared/domain/ids.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { useServices } from '../../app/services.ts';
import { useLate } from '../../app/use-late.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { enterList, walkList } from '../../ui/walk-list.ts';
import { queueScripts } from '../script-editor/script-queries.ts';
import { CentralAway } from './CentralAway.tsx';
import { foundOnShelf, shelfFilters, shelfOf, type ShelfFilter, type ShelfLine } from './shelf-list.ts';
import { ShelfRow } from './ShelfRow.tsx';
import { templateDrafts, templateList } from './template-queries.ts';
import { emptyTemplate } from './written-template.ts';
import styles from './Shelf.module.css';

const newKey = 'Ctrl+n';
/** Central that answers at once needs no word that it is asked. */
const slowMs = 300;

interface TemplateShelfProps {
  readonly onOpen: (line: ShelfLine) => void;
  readonly onClose: () => void;
}

/** The templates of the centre, and what is being written here. */
export function TemplateShelf({ onOpen, onClose }: TemplateShelfProps) {
  const { t, language } = useTexts();
  const services = useServices();
  const templates = useQuery(templateList(services));
  const drafts = useQuery(templateDrafts(services));
  const queues = useQuery(queueScripts(services));
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<ShelfFilter>('all');
  const list = useRef<HTMLUListElement>(null);
  const isLate = useLate(templates.isPending, slowMs);
  const names = new Map((queues.data ?? []).map(({ queueId, name }) => [queueId, name]));
  const lines = shelfOf(templates.data ?? [], drafts.data ?? [], languageSchema.catch('nl').parse(language));
  const wanted = useDeferredValue(text.trim());
  const found = foundOnShelf(lines, filter, wanted, names);
  const withdrawn = lines.filter(({ item }) => item?.withdrawn === true).length;
  const begin = (): void => onOpen({ templateId: newId(), item: null, draft: null, content: emptyTemplate() });
  useShortcut(newKey, begin);
  const labelOf = (id: ShelfFilter): string => (id === 'withdrawn' && withdrawn > 0 ? `${t('templates.filter.withdrawn')} (${withdrawn})` : t(`templates.filter.${id}`));

  return (
    <div className={styles.page}>
      <PageHead title={t('templates.title')} onClose={onClose}>
        <SearchBox label={t('templates.search')} placeholder={t('templates.searchHint')} value={text} autoFocus onChange={setText} onDown={() => enterList(list.current)} />
        <Segments label={t('templates.which')} items={shelfFilters.map((id) => ({ id, label: labelOf(id) }))} value={filter} onChange={setFilter} />
        <Button keys={newKey} onPress={begin}>
          {t('templates.new')}
        </Button>
      </PageHead>
      <CentralAway error={templates.error} onAgain={() => void templates.refetch()} />
      <div className={styles.scroll}>
        {isLate ? <p className={styles.empty} role="status">{t('templates.loading')}</p> : null}
        {found.length === 0 && templates.isSuccess ? <p className={styles.empty}>{wanted === '' ? t(`templates.none.${filter}`) : t('templates.nothingFound', { text: wanted })}</p> : null}
        {found.length === 0 ? null : (
          <ul ref={list} className={styles.list} aria-label={t('templates.title')} onKeyDown={walkList}>
            {found.map((line) => (
              <ShelfRow key={line.templateId} line={line} queues={queues.data ?? null} onOpen={() => onOpen(line)} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
