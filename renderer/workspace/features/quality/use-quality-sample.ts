import { useEffect, useState } from 'react';
import type { QualitySample } from '#shared/domain/call-quality.ts';
import { useServices } from '../../app/services.ts';

/** The last second of this call; null until there was one. */
export function useQualitySample(callId: string): QualitySample | null {
  const { main } = useServices();
  const [sample, setSample] = useState<QualitySample | null>(null);
  useEffect(
    () =>
      main.on('quality', (event) => {
        if (event.callId === callId) setSample(event.sample);
      }),
    [main, callId],
  );
  return sample;
}
