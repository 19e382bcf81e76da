import { useMemo } from 'react';
import type { CountryCode } from 'libphonenumber-js/min';
import { toE164 } from '#shared/domain/checks/phone.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Language } from '#shared/domain/entities.ts';
import { useServices } from '../../app/services.ts';
import { useCountry } from '../../app/use-country.ts';
import { useReport } from '../../app/use-report.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CustomerFieldset } from './CustomerFieldset.tsx';
import { newCustomerOf } from './customer-change.ts';
import { blankForm, draftName, problemsOf, type CustomerForm } from './customer-form.ts';
import { useCustomerForm } from './use-customer-form.ts';
import { useTyped } from '../../app/use-typed.ts';
import { useLinkCustomer } from './use-link-customer.ts';
import styles from './Customer.module.css';

/** A customer that nobody knew: entered and linked in one step, the caller's number filled in already. */
export function NewCustomer({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const { store, pointer, notices } = useServices();
  const report = useReport();
  const country = useCountry();
  const link = useLinkCustomer(file);
  const { number } = file.interaction;
  const language = file.queue?.language ?? blankForm(country).language;
  const base = useMemo(() => prefilled(number, language, country), [number, language, country]);
  const inHand = useCustomerForm(file, 'new', base);
  const { saving } = useTyped(file.interaction.id);

  function create(): void {
    const [problem] = problemsOf(inHand.values, country);
    if (problem !== undefined) {
      pointer.point(draftName('new', problem.field));
      return;
    }
    void report(async () => {
      const created = await saving(inHand.typed, async (typed) => await store.call('customer.create', { ...newCustomerOf(inHand.values, country), typed }));
      if (await link(created.customer.id)) notices.show({ kind: 'done', code: 'done.customerCreated' });
    });
  }

  return (
    <form
      className={styles.sheet}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <h3 className={styles.heading}>{t('customer.new')}</h3>
      <CustomerFieldset inHand={inHand} />
      <div className={styles.sheetFoot}>
        <span className={styles.muted}>{t('customer.newHint')}</span>
        <Button type="submit" tone="primary">
          {t('customer.create')}
        </Button>
      </div>
    </form>
  );
}

/** @returns a blank form with what the call tells: the number, at the kind it belongs to, and the queue's language. */
function prefilled(number: string | null, language: Language, country: CountryCode): CustomerForm {
  const known = number === null ? null : toE164(number, country);
  const blank = { ...blankForm(country), language };
  if (known === null) return blank;
  return /^\+324[5-9]/.test(known) ? { ...blank, mobile: phone(known) } : { ...blank, phone: phone(known) };
}
