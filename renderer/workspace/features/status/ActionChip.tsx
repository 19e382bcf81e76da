import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ChipFace, type Tone } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import styles from './ActionChip.module.css';

interface ActionChipProps {
  readonly children: ReactNode;
  readonly tone: Tone;
  /** What pressing it does, or what it means. */
  readonly detail: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** Without it, it only tells. */
  readonly onPress?: () => void;
}

/** A chip of the top bar with which something can be done. */
export function ActionChip({ children, tone, detail, keys, isDisabled = false, onPress }: ActionChipProps) {
  const detailId = useId();
  const ref = useKeyShortcuts<HTMLButtonElement>(keys);
  const body = (
    <>
      <ChipFace>{children}</ChipFace>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </>
  );
  if (onPress === undefined) {
    return (
      <span className={styles.action} data-tone={tone} title={detail}>
        {body}
      </span>
    );
  }
  return (
    <>
      <Button ref={ref} className={styles.action ?? ''} data-tone={tone} isDisabled={isDisabled} aria-describedby={detailId} onPress={onPress}>
        {body}
      </Button>
      <span id={detailId} hidden>
        {detail}
      </span>
    </>
  );
}
