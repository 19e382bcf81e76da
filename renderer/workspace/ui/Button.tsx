import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'primary' | 'answer' | 'danger' | 'quiet';
  /** `tall`: label above its key, as in the call strip. */
  readonly size?: 'normal' | 'tall' | 'big' | 'small';
  /** The combination that does the same; shown, and told to screen readers. */
  readonly keys?: string;
  /** What this button switches is on. Its label says so as well. */
  readonly isOn?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Every button of the workspace. */
export function Button({ children, tone = 'plain', size = 'normal', keys, isOn = false, ...rest }: ButtonProps) {
  const filled = tone === 'primary' || tone === 'danger' || tone === 'answer';
  return (
    <AriaButton
      {...rest}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') })}
      className={styles.button ?? ''}
      data-tone={tone}
      data-size={size}
      data-on={isOn}
    >
      <span className={styles.label}>{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} inverse={filled} />}
    </AriaButton>
  );
}
