import { languageSchema } from '#shared/domain/language.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { timeToSecond } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { MoreMenu } from '../../ui/MoreMenu.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { titleIn } from './shelf-list.ts';
import styles from './Desk.module.css';

/** When what is written was last kept on this workstation. */
export interface Kept {
  readonly savedAt: string | null;
  readonly failed: boolean;
}

interface DeskHeadProps {
  readonly content: LetterContent;
  /** The edition one went on from; null: it is new. */
  readonly edition: number | null;
  readonly state: 'empty' | 'changed' | 'saved';
  readonly kept: Kept;
  readonly isBusy: boolean;
  readonly canSave: boolean;
  readonly items: readonly { readonly label: string; readonly onAction: () => void }[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Which template it is, where its words are kept, and what is done with the whole of it. */
export function DeskHead({ content, edition, state, kept, isBusy, canSave, items, onSave, onClose }: DeskHeadProps) {
  const { t, language } = useTexts();
  const title = titleIn(content, languageSchema.catch('nl').parse(language));
  return (
    <PageHead title={title === '' ? t('templates.newTemplate') : title} note={note()} onClose={onClose}>
      <span className={styles.tools}>
        <Button size="small" tone="primary" keys="Ctrl+s" isDisabled={isBusy || !canSave} onPress={onSave}>
          {t('templates.save')}
        </Button>
        <MoreMenu label={t('templates.more')} items={items} />
      </span>
    </PageHead>
  );

  function note(): string {
    if (kept.failed) return t('templates.notKept');
    if (state === 'empty') return t('templates.nothingYet');
    if (state === 'saved') return t('templates.isEdition', { number: edition ?? 0 });
    return kept.savedAt === null ? t('templates.changed') : t('templates.keptHere', { time: timeToSecond(language, kept.savedAt) });
  }
}
