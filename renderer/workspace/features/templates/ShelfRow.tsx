import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Coverage } from './Coverage.tsx';
import { titleIn, type ShelfLine } from './shelf-list.ts';
import styles from './Shelf.module.css';

interface ShelfRowProps {
  readonly line: ShelfLine;
  /** Null: they are not known now. */
  readonly queues: readonly QueueScript[] | null;
  readonly onOpen: () => void;
}

/** One template: what it is called, whose it is, in which languages it is there, and who wrote what it says now. */
export function ShelfRow({ line: { item, draft, content }, queues, onOpen }: ShelfRowProps) {
  const { t, language } = useTexts();
  const title = titleIn(content, languageSchema.catch('nl').parse(language));
  return (
    <li data-line className={styles.line} data-withdrawn={item?.withdrawn ?? false}>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.named}>
          <strong>{title === '' ? t('templates.nameless') : title}</strong>
          <span className={styles.muted}>
            {t(`templates.kind.${content.kind}`)}
            {content.key === '' ? '' : ` · ${content.key}`}
          </span>
        </span>
        <span className={styles.queues}>{queueWords()}</span>
        <Coverage content={content} queues={queues ?? []} />
        <span className={styles.written}>
          {item === null ? null : (
            <>
              <span>{t('templates.edition', { number: item.edition })}</span>
              <span className={styles.muted}>
                {item.author.name ?? t('templates.outside')}, {dayAndTime(language, item.author.at)}
              </span>
            </>
          )}
          {draft === null ? null : <span className={styles.tag}>{item === null ? t('templates.onlyHere') : t('templates.begunHere')}</span>}
          {item?.withdrawn === true ? <span className={styles.tag} data-tone="muted">{t('templates.isWithdrawn')}</span> : null}
        </span>
      </button>
    </li>
  );

  function queueWords(): string {
    const { queueIds } = content;
    if (queueIds.length === 0) return t('templates.everyQueue');
    if (queues === null) return t('templates.someQueues', { count: queueIds.length });
    return queueIds.map((id) => queues.find(({ queueId }) => queueId === id)?.name ?? t('templates.unknownQueue')).join(', ');
  }
}
