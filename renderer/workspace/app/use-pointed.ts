import { useEffect, useEffectEvent } from 'react';
import type { FieldName } from './field-pointer.ts';
import { useServices } from './services.ts';

/** Calls `onPointed` when the operator is led to a field of this component. */
export function usePointed(onPointed: (field: FieldName) => void): void {
  const { pointer } = useServices();
  const handle = useEffectEvent(onPointed);
  useEffect(() => pointer.subscribe((field) => handle(field)), [pointer]);
}
