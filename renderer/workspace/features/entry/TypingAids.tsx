import { useEffect, useEffectEvent } from 'react';
import { useCountry } from '../../app/use-country.ts';
import { expandWhileTyping } from './expand-while-typing.ts';
import { groupWhileTyping } from './group-while-typing.ts';
import { useAbbreviations } from './use-abbreviations.ts';

/** What helps while typing, in whatever field is typed in. */
export function TypingAids(): null {
  const country = useCountry();
  const book = useAbbreviations();
  const ofCentre = useEffectEvent(() => country);
  const ofNow = useEffectEvent(() => book);
  useEffect(() => groupWhileTyping(() => ofCentre()), []);
  useEffect(() => expandWhileTyping(() => ofNow()), []);
  return null;
}
