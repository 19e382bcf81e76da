import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';

interface FieldFrame {
  readonly label: string;
  /** Why the value is not accepted. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly className?: string | undefined;
  readonly labelAside?: ReactNode;
  /** Differs from what is kept: drawn, for the eye only; what it comes to is said in words elsewhere. */
  readonly isChanged?: boolean;
}

type InputProps = FieldFrame & { readonly as?: 'input' } & Omit<ComponentProps<'input'>, keyof FieldFrame>;
type TextAreaProps = FieldFrame & { readonly as: 'textarea' } & Omit<ComponentProps<'textarea'>, keyof FieldFrame>;
type SelectProps = FieldFrame & { readonly as: 'select' } & Omit<ComponentProps<'select'>, keyof FieldFrame>;

/** A labelled native control with its error. Native, so that a form library and the browser's own editing keys work undisturbed. */
export function Field(props: InputProps | TextAreaProps | SelectProps) {
  const id = useId();
  const messageId = `${id}-message`;
  const { label, error, hint, required = false, className, labelAside, isChanged = false, as = 'input', ...rest } = props;
  const message = error ?? hint;
  const shared = {
    id,
    className: styles.control,
    'data-changed': isChanged || undefined,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': required || undefined,
    'aria-describedby': message === undefined ? undefined : messageId,
  };
  return (
    <div className={cx(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        <span>
          {label}
          {required ? <span aria-hidden="true"> *</span> : null}
        </span>
        {labelAside}
      </label>
      {as === 'textarea' ? (
        <textarea {...(rest as ComponentProps<'textarea'>)} {...shared} />
      ) : as === 'select' ? (
        <select {...(rest as ComponentProps<'select'>)} {...shared} />
      ) : (
        <input {...(rest as ComponentProps<'input'>)} {...shared} />
      )}
      {message === undefined ? null : (
        <span id={messageId} className={error === undefined ? styles.hint : styles.error}>
          {message}
        </span>
      )}
    </div>
  );
}
