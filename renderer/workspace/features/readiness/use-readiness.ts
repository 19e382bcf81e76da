import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readinessChecks, type ReadinessCheck, type ReadinessReport } from '#shared/domain/readiness.ts';
import { useReport } from '../../app/use-report.ts';
import { useServices } from '../../app/services.ts';

const readinessKey = ['readiness'];

/** Before the first run: every check still to be done. */
const untouched: ReadinessReport = { running: false, results: readinessChecks.map((check) => ({ check, state: 'waiting', advice: null, value: null, unit: null })) };

interface ReadinessInHand {
  readonly report: ReadinessReport;
  readonly start: () => void;
  readonly answer: (check: ReadinessCheck, heard: boolean) => void;
}

/** The check before the shift. Leaving its page while it runs ends it: the microphone is not left open. */
export function useReadiness(): ReadinessInHand {
  const { main, queries } = useServices();
  const tell = useReport();
  const { data: report } = useQuery({ queryKey: readinessKey, queryFn: () => untouched, initialData: untouched });
  useEffect(() => {
    const stop = main.on('readiness', (next) => queries.setQueryData(readinessKey, next));
    return () => {
      stop();
      if (queries.getQueryData<ReadinessReport>(readinessKey)?.running !== true) return;
      queries.setQueryData(readinessKey, untouched);
      // Refused only when it is over already.
      main.call('readiness.cancel', undefined).catch(() => undefined);
    };
  }, [main, queries]);
  return {
    report,
    start: () => void tell(() => main.call('readiness.start', undefined)),
    answer: (check, heard) => void tell(() => main.call('readiness.answer', { check, heard })),
  };
}
