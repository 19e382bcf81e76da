import type { SaySegment } from '#shared/domain/script/render.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Script.module.css';

/** The sentence to say. Filled-in values stand out, so that the eye can check them while the mouth speaks. */
export function Spoken({ segments }: { readonly segments: readonly SaySegment[] }) {
  const { t } = useTexts();
  return (
    <p className={styles.say}>
      “
      {segments.map((segment, index) =>
        segment.kind === 'text' ? (
          segment.text
        ) : (
          <em key={index} data-kind={segment.kind} title={segment.kind === 'gap' ? t('script.gap') : undefined}>
            {segment.text}
          </em>
        ),
      )}
      ”
    </p>
  );
}
