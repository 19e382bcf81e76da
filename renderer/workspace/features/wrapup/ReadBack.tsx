import { useState } from 'react';
import { isoNow } from '#shared/domain/clock.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useShownCall } from '../../app/work-context.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ModalCard } from '../../ui/ModalCard.tsx';
import { isChangedSince, readBackAt } from './read-back.ts';
import styles from './ReadBack.module.css';

interface ReadBackProps {
  readonly file: InteractionFile;
  /** What is read: the sentence as it stands, or its proposal; empty while there is neither. */
  readonly sentence: string;
  /** Makes a proposal the sentence, so that what was read is what is kept. */
  readonly onRead: (sentence: string) => void;
}

/** Shows the result large, to be read to the customer, and notes that it was. The same key opens it and says that it is done. */
export function ReadBack({ file, sentence, onRead }: ReadBackProps) {
  const { t, language } = useTexts();
  const { values, record } = useDraft(file, 'readBack');
  const [open, setOpen] = useState(false);
  // Who has hung up hears nothing any more.
  const isTalking = useShownCall((call) => call.state === 'connected') === true;
  const text = sentence.trim();
  const at = readBackAt(values, text);
  const canRead = isTalking && text !== '';

  function done(): void {
    setOpen(false);
    onRead(text);
    record({ 'readBack.text': text, 'readBack.at': isoNow() });
  }
  useShortcut('F6', () => (open ? done() : setOpen(true)), canRead);

  return (
    <>
      {canRead && at === null ? (
        <Button size="small" keys="F6" onPress={() => setOpen(true)}>
          {t('readBack.open')}
        </Button>
      ) : null}
      <span className={styles.state} role="status">
        {at !== null ? `✓ ${t('readBack.doneAt', { time: timeOfDay(language, at) })}` : isChangedSince(values, text) ? t('readBack.changed') : null}
      </span>
      <ModalCard
        title={t('readBack.title')}
        isOpen={open && canRead}
        onClose={() => setOpen(false)}
        buttons={
          <>
            <Button onPress={() => setOpen(false)}>{t('readBack.later')}</Button>
            <Button tone="primary" keys="F6" autoFocus onPress={done}>
              {t('readBack.done')}
            </Button>
          </>
        }
      >
        <p className={styles.sentence}>{text}</p>
        <p className={styles.hint}>{t('readBack.hint')}</p>
      </ModalCard>
    </>
  );
}
