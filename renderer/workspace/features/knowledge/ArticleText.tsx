import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { textOf, type Block, type Line } from './article-blocks.ts';
import styles from './Article.module.css';

/** The text of an article, drawn part by part. */
export function ArticleText({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <Part key={index} block={block} />);
}

function Part({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className={styles.heading}>
          <LineText line={block.line} />
        </h3>
      );
    case 'paragraph':
      return block.isSpoken ? <Spoken line={block.line} /> : <p className={styles.paragraph}><LineText line={block.line} /></p>;
    case 'list': {
      const items = block.items.map((parts, index) => (
        <li key={index}>
          <ArticleText blocks={parts} />
        </li>
      ));
      return block.isOrdered ? <ol className={styles.list} start={block.start}>{items}</ol> : <ul className={styles.list}>{items}</ul>;
    }
    case 'table':
      return <Table block={block} />;
  }
}

function Table({ block: { head, ends, rows } }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((line, column) => (
              <th key={column} scope="col" data-end={ends[column]}>
                <LineText line={line} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((line, column) => (
                <td key={column} data-end={ends[column]}>
                  <LineText line={line} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A sentence to be said as it is; or sent: one press puts it on the clipboard. */
function Spoken({ line }: { readonly line: Line }) {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const report = useReport();
  const text = textOf(line).trim();
  function copy(): void {
    void report(async () => {
      await main.call('letter.hand', { how: 'clipboard', to: '', subject: '', text: text.replaceAll(/^[“„«"]\s*|\s*[”“»"]$/g, '') });
      notices.show({ kind: 'done', code: 'done.copied' });
    });
  }
  return (
    <div className={styles.spoken}>
      <p>{text}</p>
      <Button size="small" tone="quiet" aria-label={t('knowledge.copyThis', { text })} onPress={copy}>
        {t('knowledge.copy')}
      </Button>
    </div>
  );
}

function LineText({ line }: { readonly line: Line }) {
  return line.map(({ text, isStrong, isEmphasis }, index) => {
    const words = isEmphasis ? <em key={index}>{text}</em> : text;
    return isStrong ? <strong key={index}>{words}</strong> : words;
  });
}
