import { useEffect, useEffectEvent } from 'react';
import { useCountry } from '../../app/use-country.ts';
import { expandWhileTyping } from './expand-while-typing.ts';
import { groupWhileTyping } from './group-while-typing.ts';
import { SpellMenu } from './SpellMenu.tsx';
import { takeBackChoices } from './take-back-choices.ts';
import { useAbbreviations } from './use-abbreviations.ts';
import { useAccuracy } from './use-accuracy.ts';
import { useSpelling } from './use-spelling.ts';

/** What helps while typing, in whatever field is typed in. */
export function TypingAids() {
  const country = useCountry();
  const book = useAbbreviations();
  useSpelling();
  useAccuracy();
  const ofCentre = useEffectEvent(() => country);
  const ofNow = useEffectEvent(() => book);
  useEffect(() => groupWhileTyping(() => ofCentre()), []);
  useEffect(() => expandWhileTyping(() => ofNow()), []);
  useEffect(takeBackChoices, []);
  return <SpellMenu />;
}
