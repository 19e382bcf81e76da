import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { CustomerHit } from '#shared/domain/customer-file.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Customer.module.css';

interface CustomerHitsProps {
  readonly label: string;
  readonly hits: readonly CustomerHit[];
  readonly onChoose: (hit: CustomerHit) => void;
}

/** Customers to choose from, each with why it is there. Arrow keys walk the list. */
export function CustomerHits({ label, hits, onChoose }: CustomerHitsProps) {
  const { t } = useTexts();
  return (
    <ul className={styles.hits} aria-label={label} onKeyDown={walk}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Button className={styles.hit ?? ''} onPress={() => onChoose(hit)}>
            <span className={styles.hitName}>
              <bdi>{plain(hit.name)}</bdi>
            </span>
            <span className={styles.hitWhy}>{hit.archived === true ? t('customer.archived') : t(`customer.matched.${hit.matched}`)}</span>
            <span className={styles.muted}>
              {plain([hit.street, hit.town].filter((part) => part !== '').join(', '))}
              {hit.customerNumber === null ? '' : ` · ${hit.customerNumber}`}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = buttons[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
