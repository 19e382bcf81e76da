import { memo, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Keypad } from './Keypad.tsx';
import { useCallActions } from './use-call-actions.ts';

interface CallKeysProps {
  readonly callId: string;
  readonly muted: boolean;
  readonly held: boolean;
  readonly panelOpen: boolean;
  readonly onPanel: Dispatch<SetStateAction<boolean>>;
}

/** What can be done in a conversation, each on its key. Each is drawn again for what it shows, not for all that happens to the call. */
export const CallKeys = memo(function CallKeys({ callId, muted, held, panelOpen, onPanel }: CallKeysProps) {
  return (
    <>
      <MuteKey callId={callId} muted={muted} />
      <HoldKey callId={callId} held={held} />
      <TransferKey isOpen={panelOpen} onPanel={onPanel} />
      <KeypadKey callId={callId} />
      <HangUpKey callId={callId} />
    </>
  );
});

const MuteKey = memo(function MuteKey({ callId, muted }: Pick<CallKeysProps, 'callId' | 'muted'>) {
  const { t } = useTexts();
  const { toggleMute } = useCallActions();
  useShortcut('Alt+m', () => toggleMute(callId));
  return (
    <Button size="tall" keys="Alt+m" isOn={muted} onPress={() => toggleMute(callId)}>
      {muted ? t('call.unmute') : t('call.mute')}
    </Button>
  );
});

const HoldKey = memo(function HoldKey({ callId, held }: Pick<CallKeysProps, 'callId' | 'held'>) {
  const { t } = useTexts();
  const { toggleHold } = useCallActions();
  useShortcut('Alt+h', () => toggleHold(callId));
  return (
    <Button size="tall" keys="Alt+h" isOn={held} onPress={() => toggleHold(callId)}>
      {held ? t('call.resume') : t('call.hold')}
    </Button>
  );
});

const TransferKey = memo(function TransferKey({ isOpen, onPanel }: { readonly isOpen: boolean } & Pick<CallKeysProps, 'onPanel'>) {
  const { t } = useTexts();
  const toggle = (): void => onPanel((open) => !open);
  useShortcut('Alt+t', toggle);
  return (
    <Button size="tall" keys="Alt+t" isOn={isOpen} aria-expanded={isOpen} onPress={toggle}>
      {t('transfer.open')}
    </Button>
  );
});

/** Also before the answer: what is typed ahead leaves as soon as somebody hears it. */
export const KeypadKey = memo(function KeypadKey({ callId }: Pick<CallKeysProps, 'callId'>) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut('Alt+d', () => setOpen((open) => !open));
  return (
    <>
      <Button size="tall" keys="Alt+d" ref={button} aria-expanded={isOpen} onPress={() => setOpen((open) => !open)}>
        {t('call.keypad')}
      </Button>
      <Keypad callId={callId} triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
});

const HangUpKey = memo(function HangUpKey({ callId }: Pick<CallKeysProps, 'callId'>) {
  const { t } = useTexts();
  const { hangUp } = useCallActions();
  useShortcut('Alt+x', () => hangUp(callId));
  return (
    <Button size="tall" tone="danger" keys="Alt+x" onPress={() => hangUp(callId)}>
      {t('call.hangUp')}
    </Button>
  );
});
