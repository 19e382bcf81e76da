import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button as Line } from 'react-aria-components';
import { asBalieError } from '#shared/domain/errors.ts';
import type { ProductCard } from '#shared/domain/ordering/order-views.ts';
import { useServices } from '../../app/services.ts';
import { calendarDay, euro, localised, vatPercent } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { enterList, walkList } from '../../ui/walk-list.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { orderKeys, productSearch } from './order-queries.ts';
import { StockCell } from './StockCell.tsx';
import styles from './ProductsPage.module.css';

interface ProductsPageProps {
  /** What is searched at first. */
  readonly text?: string | undefined;
  readonly onClose: () => void;
}

const most = 60;

/** The catalogue: searched by words, also without a network. */
export function ProductsPage({ text: wanted = '', onClose }: ProductsPageProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const [text, setText] = useState(wanted);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useQuery({ ...productSearch(store, text.trim(), most), placeholderData: keepPreviousData });
  const cards = found.data ?? [];
  const shown = chosen ?? cards[0]?.product.id ?? null;
  return (
    <div className={styles.page}>
      <PageHead title={t('products.title')} onClose={onClose}>
        <SearchBox label={t('order.find')} placeholder={t('order.findHint')} value={text} autoFocus onDown={() => enterList(list.current)} onChange={(typed) => (setText(typed), setChosen(null))} />
        <ExportMenu requests={[{ list: 'products', text: text.trim() }, { list: 'orders', customerId: null }, { list: 'reservations' }]} />
      </PageHead>
      {found.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(found.error).code}`)}</Notice>}
      {found.data?.length === 0 ? <p className={styles.empty}>{text.trim() === '' ? t('products.none') : t('order.findNothing', { text: text.trim() })}</p> : null}
      <div className={styles.columns}>
        <ul ref={list} className={styles.list} aria-label={t('products.title')} onKeyDown={walkList}>
          {cards.map((card) => (
            <ProductLine key={card.product.id} card={card} isShown={card.product.id === shown} onShow={() => setChosen(card.product.id)} />
          ))}
        </ul>
        {shown === null ? null : <ProductSheetView id={shown} />}
      </div>
    </div>
  );
}

function ProductLine({ card: { product }, isShown, onShow }: { readonly card: ProductCard; readonly isShown: boolean; readonly onShow: () => void }) {
  const { language } = useTexts();
  return (
    <li data-line>
      <Line className={styles.line ?? ''} aria-current={isShown} onPress={onShow} onFocus={onShow}>
        <span className={styles.name}>{localised(product.name, language)}</span>
        <span className={styles.muted}>
          {product.sku} · {localised(product.category, language)}
        </span>
        <span className={styles.price}>{euro(language, product.priceCents)}</span>
      </Line>
    </li>
  );
}

function ProductSheetView({ id }: { readonly id: string }) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const { data } = useQuery({ queryKey: orderKeys.product(id), queryFn: () => store.call('product.get', { id }), placeholderData: keepPreviousData });
  if (data === undefined) return null;
  const { product, terms, policy } = data;
  return (
    <article className={styles.sheet} aria-live="polite">
      <h2 className={styles.title}>{localised(product.name, language)}</h2>
      <p>{localised(product.summary, language)}</p>
      <p className={styles.facts}>
        <strong>{euro(language, product.priceCents)}</strong>
        <span className={styles.muted}>{t('products.vatIncluded', { rate: vatPercent(language, product.vatRate) })}</span>
        {policy === null ? null : <StockCell card={data} policy={policy} />}
      </p>
      <dl className={styles.features}>
        {product.features.map(({ label, value }) => (
          <div key={label.nl}>
            <dt>{localised(label, language)}</dt>
            <dd>{localised(value, language)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('products.languages')}</dt>
          <dd>{product.languages.map((each) => t(`language.${each}`)).join(', ')}</dd>
        </div>
      </dl>
      {product.discounts.length === 0 ? null : (
        <>
          <h3 className={styles.heading}>{t('products.discounts')}</h3>
          <ul className={styles.discounts}>
            {product.discounts.map((discount) => (
              <li key={discount.key}>
                <strong>{localised(discount.label, language)}</strong> {discount.kind === 'percent' ? `− ${vatPercent(language, discount.value)}` : `− ${euro(language, discount.value)}`}
                <span className={styles.muted}>
                  {t('products.between', { from: calendarDay(language, discount.from), until: calendarDay(language, discount.until), count: discount.minQuantity })} {t(`products.audience.${discount.audience}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {terms.map(({ id: key, title, text, edition }) => (
        <section key={key}>
          <h3 className={styles.heading}>
            {localised(title, language)} <span className={styles.muted}>{t('order.edition', { edition })}</span>
          </h3>
          <p>{localised(text, language)}</p>
        </section>
      ))}
    </article>
  );
}
