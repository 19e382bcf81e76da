import type { Address } from '#shared/domain/entities.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { findTowns, isTownOf, townsOf } from './belgian-towns.ts';

type Typed = Pick<Address, 'postcode' | 'town' | 'country'>;

interface Towns {
  /** To choose from, while a postcode or a town is typed. */
  readonly offered: readonly { readonly postcode: string; readonly town: string }[];
  readonly postcodeHint: string | undefined;
  readonly townHint: string | undefined;
}

/** Places proposed while a town is typed without a postcode. */
const mostOffered = 8;
/** Towns named in a hint. */
const mostNamed = 4;

/** What the list of Belgian postcodes says of an address. Hints, no errors: the list is bpost's of one day, and a customer knows where they live. */
export function useTowns(typed: Typed): Towns {
  const { t, language } = useTexts();
  if (typed.country !== 'BE') return { offered: [], postcodeHint: undefined, townHint: undefined };
  const postcode = typed.postcode.trim();
  const towns = townsOf(postcode, language);
  const isElsewhere = towns.length > 0 && typed.town.trim() !== '' && !isTownOf(postcode, typed.town);
  return {
    offered: towns.length > 0 ? towns.map((town) => ({ postcode: typed.postcode, town })) : findTowns(typed.town, mostOffered),
    postcodeHint: postcode.length === 4 && towns.length === 0 ? t('customer.postcodeUnknown') : undefined,
    townHint: isElsewhere ? t('customer.townHint', { postcode, towns: towns.slice(0, mostNamed).join(', ') }) : undefined,
  };
}
