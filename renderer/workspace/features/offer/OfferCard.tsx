import type { EligibleOffer } from '#shared/domain/offers/eligible-offer.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Spoken } from '../script/Spoken.tsx';
import type { ScriptInHand } from '../script/use-script-run.ts';
import styles from './Offer.module.css';

interface OfferCardProps {
  readonly found: EligibleOffer;
  readonly render: ScriptInHand['render'];
  readonly isBusy: boolean;
  readonly onSay: (answer: 'yes' | 'no') => void;
}

/** Why it fits, what to say, and what the customer answers. */
export function OfferCard({ found, render, isBusy, onSay }: OfferCardProps) {
  const { t, language } = useTexts();
  useShortcut('F11', () => onSay('yes'), !isBusy);
  useShortcut('F12', () => onSay('no'), !isBusy);
  return (
    <section className={styles.offer} role="status" aria-label={t('offer.title')}>
      <h4>
        {t('offer.title')} <span className={styles.reason}>· {localised(found.offer.reason, language)}</span>
      </h4>
      <Spoken segments={render(found.say)} />
      <span className={styles.answers}>
        <Button size="small" keys="F11" isDisabled={isBusy} onPress={() => onSay('yes')}>
          {t('offer.yes')}
        </Button>
        <Button size="small" keys="F12" isDisabled={isBusy} onPress={() => onSay('no')}>
          {t('offer.no')}
        </Button>
      </span>
    </section>
  );
}
