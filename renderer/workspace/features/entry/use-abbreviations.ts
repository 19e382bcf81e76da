import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { abbreviationBook, type Abbreviation, type AbbreviationBook } from '#shared/domain/abbreviations.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';

const key = ['abbreviations'];
const none: readonly Abbreviation[] = [];

/** @returns the centre's abbreviations. */
export function useCentreAbbreviations(): readonly Abbreviation[] {
  const { main, queries } = useServices();
  const policy = useSnapshot((snapshot) => snapshot.policy);
  const { data } = useQuery({ queryKey: key, queryFn: () => main.call('office.abbreviations', undefined) });
  // A policy that is not the one before may have others.
  useEffect(() => void queries.invalidateQueries({ queryKey: key }), [policy, queries]);
  return data ?? none;
}

/** @returns what expands while this operator writes. */
export function useAbbreviations(): AbbreviationBook {
  const ofCentre = useCentreAbbreviations();
  const { settings } = useSettings();
  const operator = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.name : ''));
  return useMemo(() => abbreviationBook(ofCentre, settings.abbreviations, operator), [ofCentre, settings.abbreviations, operator]);
}
