import { useId, type ComponentProps, type ReactNode } from 'react';
import { ariaKeys } from './key-label.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Button.module.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'style' | 'disabled' | 'onClick'> {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly tone?: 'plain' | 'primary' | 'answer' | 'danger' | 'quiet';
  /** `tall`: label above its key, as in the call strip. `way`: one of a few ways to go, with what it means under its label. */
  readonly size?: 'normal' | 'tall' | 'big' | 'small' | 'way';
  /** What pressing it means; told to screen readers as its description. */
  readonly hint?: string;
  /** The combination that does the same; shown, and told to screen readers. */
  readonly keys?: string;
  /** What this button switches is on. Its label says so as well. */
  readonly isOn?: boolean;
}

/**
 * Every button of the workspace, but those that open a menu or a popover. The browser's own: a page of a call has some forty of
 * them, and the library's cost a third of what it takes to draw a file while it rings; it also drops `aria-keyshortcuts`.
 */
export function Button({ children, tone = 'plain', size = 'normal', keys, hint, isOn = false, isDisabled = false, type = 'button', onPress, ...rest }: ButtonProps) {
  const hintId = useId();
  const filled = tone === 'primary' || tone === 'danger' || tone === 'answer';
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      onClick={onPress === undefined ? undefined : () => onPress()}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
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
    </button>
  );
}
