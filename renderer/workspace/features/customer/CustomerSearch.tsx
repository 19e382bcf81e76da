import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import type { CustomerHit } from '#shared/domain/customer-file.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CustomerHits } from './CustomerHits.tsx';
import styles from './Customer.module.css';

interface CustomerSearchProps {
  readonly onChoose: (hit: CustomerHit) => void;
  /** The operator opened the search: the cursor may go there. */
  readonly autoFocus?: boolean;
}

const limit = 12;

/** Finds a customer in the local cache: words in any order, a phone in any notation, an e-mail address, a customer number. */
export function CustomerSearch({ onChoose, autoFocus = false }: CustomerSearchProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useShortcut('Ctrl+j', () => input.current?.focus());
  usePointed((field) => {
    if (field === 'customer.link') input.current?.focus();
  });
  const found = useQuery({
    queryKey: storeKeys.search(wanted),
    queryFn: () => store.call('customer.search', { text: wanted, limit }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const hits = wanted === '' ? [] : (found.data ?? []);
  return (
    <div className={styles.search} ref={frame}>
      <Field
        ref={input}
        type="search"
        label={t('customer.search')}
        labelAside={<Kbd keys="Ctrl+j" />}
        placeholder={t('customer.searchHint')}
        value={text}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          frame.current?.querySelector('button')?.focus();
        }}
      />
      {found.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(found.error).code}`)}</Notice>}
      {wanted !== '' && found.data?.length === 0 ? <p className={styles.muted}>{t('customer.nothingFound')}</p> : null}
      {hits.length === 0 ? null : <CustomerHits label={t('customer.found')} hits={hits} onChoose={onChoose} />}
    </div>
  );
}
