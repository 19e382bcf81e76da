import { useId, type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'primary' | 'answer' | 'danger' | 'quiet';
  /** `tall`: label above its key, as in the call strip. `way`: one of a few ways to go, with what it means under its label. */
  readonly size?: 'normal' | 'tall' | 'big' | 'small' | 'way';
  /** What pressing it means; told to screen readers as its description. */
  readonly hint?: string;
  /** The combination that does the same; shown, and told to screen readers. */
  readonly keys?: string;
  /** What this button switches is on. Its label says so as well. */
  readonly isOn?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Every button of the workspace. */
export function Button({ children, tone = 'plain', size = 'normal', keys, hint, isOn = false, ...rest }: ButtonProps) {
  const hintId = useId();
  const filled = tone === 'primary' || tone === 'danger' || tone === 'answer';
  return (
    <AriaButton
      {...rest}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') })}
      {...(hint === undefined ? {} : { 'aria-describedby': hintId, 'aria-labelledby': `${hintId}-label` })}
      className={styles.button ?? ''}
      data-tone={tone}
      data-size={size}
      data-on={isOn}
    >
      <span className={styles.label} id={hint === undefined ? undefined : `${hintId}-label`}>
        {children}
      </span>
      {keys === undefined ? null : <Kbd keys={keys} inverse={filled} />}
      {hint === undefined ? null : (
        <span className={styles.hint} id={hintId}>
          {hint}
        </span>
      )}
    </AriaButton>
  );
}
