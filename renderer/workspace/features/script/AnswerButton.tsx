import type { ScriptAnswer } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ariaKeys } from '../../ui/key-label.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Script.module.css';

interface AnswerButtonProps {
  readonly offered: ScriptAnswer;
  /** 1 to 9: its key, bare when no field has the focus, with Alt always. */
  readonly place: number;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

/** What the customer may answer. The browser's own button, as in `ui/Button.tsx`: every step has others. */
export function AnswerButton({ offered, place, isDisabled, onChoose }: AnswerButtonProps) {
  const { t } = useTexts();
  useShortcut(String(place), onChoose, !isDisabled);
  useShortcut(`Alt+${place}`, onChoose, !isDisabled);
  return (
    <button type="button" className={styles.answer} disabled={isDisabled} aria-keyshortcuts={ariaKeys(`${place} Alt+${place}`)} onClick={onChoose}>
      <span>{offered.label}</span>
      {offered.objection === true ? <span className={styles.objection}>{t('script.objection')}</span> : null}
      <Kbd keys={String(place)} />
    </button>
  );
}
