import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useAfterRinging } from '../../app/use-after-ringing.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useShownCall } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { FollowUpButton } from '../file/FollowUpButton.tsx';
import { AfterCallForm } from './AfterCallForm.tsx';
import { Completeness } from './Completeness.tsx';
import { OutcomePicker } from './OutcomePicker.tsx';
import { SavedState } from './SavedState.tsx';
import { SentenceField } from './SentenceField.tsx';
import { useCloseInteraction } from './use-close-interaction.ts';
import styles from './WrapUpBar.module.css';

/** The foot of the workplace: how complete the work is, and its result. While it rings nobody needs it before the file. */
export function WrapUpBar({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const { canClose, refused, close } = useCloseInteraction(file);
  useShortcut('Ctrl+Enter', close, canClose);
  const wrapping = useShownCall((call) => call.state === 'ended') !== false;
  const isDrawn = useAfterRinging();
  if (!isDrawn) return <footer className={styles.bar} data-wrapping={false} aria-label={t('wrapup.bar')} />;
  return (
    <footer className={styles.bar} data-wrapping={wrapping} aria-label={t('wrapup.bar')}>
      <AfterCallForm file={file} />
      <Completeness file={file} />
      <SavedState file={file} />
      <OutcomePicker file={file} isAsked={refused} />
      <SentenceField file={file} isAsked={refused} />
      {wrapping ? <FollowUpButton file={file} /> : null}
      <Button tone="primary" keys="Ctrl+Enter" isDisabled={!canClose} onPress={close}>
        {t('wrapup.close')}
      </Button>
    </footer>
  );
}
