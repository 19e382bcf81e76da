import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ProductCard } from '#shared/domain/ordering/order-views.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { euro, localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useCombobox } from '../dial/use-combobox.ts';
import { productSearch } from './order-queries.ts';
import { StockCell } from './StockCell.tsx';
import styles from './ProductFinder.module.css';

interface ProductFinderProps {
  readonly policy: SalesPolicy;
  readonly onChoose: (card: ProductCard) => void;
}

const most = 8;

interface Option {
  readonly id: string;
  readonly card: ProductCard;
}

const optionsOf = (cards: readonly ProductCard[]): readonly Option[] => cards.map((card) => ({ id: card.product.id, card }));

/** Finds a product by words; Enter adds it, and the cursor stays for the next one. */
export function ProductFinder({ policy, onChoose }: ProductFinderProps) {
  const { t, language } = useTexts();
  const { store } = useServices();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const search = productSearch(store, text.trim(), most);
  const found = useQuery({ ...search, enabled: isOpen, placeholderData: keepPreviousData });
  const items = isOpen ? optionsOf(found.data ?? []) : [];
  const following = (): Promise<readonly Option[]> | null => (isOpen && (found.isPlaceholderData || found.isPending) ? client.ensureQueryData(search).then(optionsOf) : null);
  const box = useCombobox({ items, isOpen: isOpen && items.length > 0, ready: items[0] ?? null, onEnter: take, following, onEscape: () => setOpen(false) });
  useShortcut('Ctrl+4', () => input.current?.focus());

  function take({ card }: Option): void {
    onChoose(card);
    setText('');
    setOpen(false);
    box.reset();
  }

  return (
    <div className={styles.finder}>
      <input
        {...box.inputProps}
        ref={input}
        className={styles.input}
        type="search"
        aria-label={t('order.find')}
        aria-keyshortcuts="Control+4"
        placeholder={t('order.findHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(event.target.value.trim() !== '');
          box.reset();
        }}
        onBlur={() => setOpen(false)}
      />
      <span className={styles.key}>
        <Kbd keys="Ctrl+4" />
      </span>
      {isOpen && found.data?.length === 0 ? <p className={styles.none} role="status">{t('order.findNothing', { text: text.trim() })}</p> : null}
      {items.length === 0 ? null : (
        <ul id={box.listId} role="listbox" aria-label={t('order.find')} className={styles.list}>
          {items.map((item) => (
            <li
              key={item.id}
              id={box.optionId(item)}
              role="option"
              aria-selected={item.id === box.active?.id}
              className={styles.option}
              onPointerEnter={() => box.point(item)}
              // Before the field loses the cursor, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault();
                take(item);
              }}
            >
              <span className={styles.name}>{localised(item.card.product.name, language)}</span>
              <span className={styles.sku}>{item.card.product.sku}</span>
              <StockCell card={item.card} policy={policy} />
              <span className={styles.price}>{euro(language, item.card.product.priceCents)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
