import type { SalesTerms } from '#shared/domain/ordering/catalogue.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TermChecks } from '../../ui/TermChecks.tsx';
import type { OrderMaker } from './use-order-maker.ts';

interface OrderTermsProps {
  readonly maker: OrderMaker;
  readonly mandatory: readonly SalesTerms[];
}

/** What the customer must hear, in their language, each ticked when it was read out; the edition is kept with the order. */
export function OrderTerms({ maker, mandatory }: OrderTermsProps) {
  const { t, language } = useTexts();
  const { wish } = maker;
  if (mandatory.length === 0) return null;
  const checks = mandatory.map(({ id, title, text, edition }) => ({
    key: id,
    title: localised(title, language),
    edition: t('order.edition', { edition }),
    words: `“${localised(text, wish.language)}”`,
    language: text[wish.language] === undefined ? 'nl' : wish.language,
    isTicked: wish.heard.includes(id),
  }));
  return <TermChecks legend={t('order.terms')} terms={checks} onTick={(id, ticked) => maker.set({ heard: ticked ? [...wish.heard, id] : wish.heard.filter((each) => each !== id) })} />;
}
