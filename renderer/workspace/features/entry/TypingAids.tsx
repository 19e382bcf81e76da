import { useEffect, useEffectEvent } from 'react';
import { useCountry } from '../../app/use-country.ts';
import { groupWhileTyping } from './group-while-typing.ts';

/** What helps while typing, in whatever field is typed in. */
export function TypingAids(): null {
  const country = useCountry();
  const ofCentre = useEffectEvent(() => country);
  useEffect(() => groupWhileTyping(() => ofCentre()), []);
  return null;
}
