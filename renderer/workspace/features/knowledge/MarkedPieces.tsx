import type { Pieces } from '#shared/domain/knowledge/article-views.ts';
import styles from './Knowledge.module.css';

/** A text with what was typed marked in it, as it came: pieces of text, nothing else. */
export function MarkedPieces({ pieces }: { readonly pieces: Pieces }) {
  return pieces.map(({ text, isMatch }, index) =>
    isMatch ? (
      <mark key={index} className={styles.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
