import { Button } from 'react-aria-components';
import type { ScriptAnswer } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import styles from './Script.module.css';

interface AnswerButtonProps {
  readonly offered: ScriptAnswer;
  /** 1 to 9: its key, bare when no field has the focus, with Alt always. */
  readonly place: number;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

/** What the customer may answer. */
export function AnswerButton({ offered, place, isDisabled, onChoose }: AnswerButtonProps) {
  const { t } = useTexts();
  useShortcut(String(place), onChoose, !isDisabled);
  useShortcut(`Alt+${place}`, onChoose, !isDisabled);
  const ref = useKeyShortcuts<HTMLButtonElement>(`${place} Alt+${place}`);
  return (
    <Button ref={ref} className={styles.answer ?? ''} isDisabled={isDisabled} onPress={onChoose}>
      <span>{offered.label}</span>
      {offered.objection === true ? <span className={styles.objection}>{t('script.objection')}</span> : null}
      <Kbd keys={String(place)} />
    </Button>
  );
}
