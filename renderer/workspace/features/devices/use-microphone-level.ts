import { useCallback } from 'react';
import { useServices } from '../../app/services.ts';

/** @returns what a {@link LevelBar} follows: the level of the microphone, while main listens to it. */
export function useMicrophoneLevel(): (onLevel: (level: number) => void) => () => void {
  const { main } = useServices();
  return useCallback((onLevel) => main.on('microphoneLevel', ({ level }) => onLevel(level)), [main]);
}
