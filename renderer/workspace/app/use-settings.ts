import { useQuery } from '@tanstack/react-query';
import { defaultSettings, type Settings } from '#shared/domain/settings.ts';
import { useReport } from './use-report.ts';
import { useServices } from './services.ts';

const settingsKey = ['settings'];

interface SettingsInHand {
  readonly settings: Settings;
  /** False until main has told them. */
  readonly loaded: boolean;
  readonly change: (part: Partial<Settings>) => void;
}

/** What the operator chose on this device; main keeps it. */
export function useSettings(): SettingsInHand {
  const { main, queries } = useServices();
  const report = useReport();
  const query = useQuery({ queryKey: settingsKey, queryFn: () => main.call('settings.get', undefined) });
  return {
    settings: query.data ?? defaultSettings,
    loaded: query.status !== 'pending',
    change: (part) => void report(async () => queries.setQueryData(settingsKey, await main.call('settings.set', part))),
  };
}
