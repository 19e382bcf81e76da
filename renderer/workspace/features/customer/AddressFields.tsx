import { useId, type ReactNode } from 'react';
import type { Address } from '#shared/domain/entities.ts';
import { useTowns } from './use-towns.ts';
import styles from './Customer.module.css';

export type AddressText = 'street' | 'houseNumber' | 'box' | 'postcode' | 'town';

/** What a line of an address has beside its label and value. */
export interface AddressLine {
  readonly className?: string | undefined;
  readonly list?: string;
  readonly hint?: string | undefined;
}

interface AddressFieldsProps {
  readonly typed: Pick<Address, 'postcode' | 'town' | 'country'>;
  readonly isTownWide?: boolean;
  /** Draws one field: where it is kept is the form's affair. */
  readonly line: (field: AddressText, extra?: AddressLine) => ReactNode;
}

/** The lines of an address, with the towns of the postcode offered. */
export function AddressFields({ typed, isTownWide = false, line }: AddressFieldsProps) {
  const listId = useId();
  const { offered, postcodeHint, townHint } = useTowns(typed);
  return (
    <>
      {line('street', { className: styles.wide })}
      <div className={styles.pair}>
        {line('houseNumber')}
        {line('box')}
      </div>
      {line('postcode', { hint: postcodeHint })}
      {line('town', { className: isTownWide ? styles.wide : undefined, list: listId, hint: townHint })}
      <datalist id={listId}>
        {offered.map(({ postcode, town }) => (
          <option key={postcode + town} value={town} label={typed.postcode.trim() === '' ? `${postcode} ${town}` : town} />
        ))}
      </datalist>
    </>
  );
}
