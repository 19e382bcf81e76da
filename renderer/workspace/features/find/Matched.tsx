import { piecesOf } from './match.ts';
import styles from './FindPalette.module.css';

/** A text with what was typed marked in it. Names are hostile: they stay text, piece by piece. */
export function Matched({ text, typed }: { readonly text: string; readonly typed: string }) {
  return piecesOf(text, typed).map((piece, index) =>
    piece.isMatch ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
