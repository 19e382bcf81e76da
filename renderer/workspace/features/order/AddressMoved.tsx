import type { Ref } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { addressLine, addressProblem } from '#shared/domain/ordering/delivery-address.ts';
import type { DeliveryAddress } from '#shared/domain/ordering/order.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usualAddress } from './order-wish.ts';

/** @returns whether the file was corrected since: an order in the making keeps the address that it had. Where addresses are masked nothing is compared. */
export function isMoved(delivery: DeliveryAddress | null, { addresses, masked }: CustomerFile): boolean {
  return delivery !== null && masked.length === 0 && addressProblem(delivery, addresses) === 'address-unknown';
}

interface AddressMovedProps {
  readonly delivery: DeliveryAddress;
  readonly customer: CustomerFile;
  readonly onTake: (delivery: DeliveryAddress) => void;
  readonly onKeep: () => void;
  /** Where the keyboard goes when the order is placed before this is decided. */
  readonly ref: Ref<HTMLDivElement>;
}

/** The order in the making goes to an address that the file no longer has: the operator asks, and decides before it is placed. */
export function AddressMoved({ delivery, customer, onTake, onKeep, ref }: AddressMovedProps) {
  const { t } = useTexts();
  const usual = usualAddress(customer.addresses);
  const former = addressLine(delivery);
  return (
    <div ref={ref}>
      <Notice
        tone="warn"
        live="status"
        title={t('order.addressMoved')}
        actions={
          <>
            {usual === null ? null : (
              <Button size="small" onPress={() => onTake(usual)}>
                {t('order.takeAddress')}
              </Button>
            )}
            <Button size="small" onPress={onKeep}>
              {t('order.keepAddress')}
            </Button>
          </>
        }
      >
        {usual === null ? t('order.addressGone', { former }) : t('order.addressNow', { former, now: addressLine(usual) })}
      </Notice>
    </div>
  );
}
