import type { SalesTerms } from '#shared/domain/ordering/catalogue.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { OrderMaker } from './use-order-maker.ts';
import styles from './Order.module.css';

interface OrderTermsProps {
  readonly maker: OrderMaker;
  readonly mandatory: readonly SalesTerms[];
}

/** What the customer must hear, in their language, each ticked when it was read out; the edition is kept with the order. */
export function OrderTerms({ maker, mandatory }: OrderTermsProps) {
  const { t, language } = useTexts();
  const { wish } = maker;
  if (mandatory.length === 0) return null;
  return (
    <fieldset className={styles.terms}>
      <legend>{t('order.terms')}</legend>
      {mandatory.map(({ id, title, text, edition }) => (
        <label key={id} className={styles.term}>
          <input type="checkbox" checked={wish.heard.includes(id)} onChange={(event) => maker.set({ heard: event.target.checked ? [...wish.heard, id] : wish.heard.filter((each) => each !== id) })} />
          <span>
            <strong>{localised(title, language)}</strong> <span className={styles.edition}>{t('order.edition', { edition })}</span>
            <q className={styles.read} lang={text[wish.language] === undefined ? 'nl' : wish.language}>
              {localised(text, wish.language)}
            </q>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
