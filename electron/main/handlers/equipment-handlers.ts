import type { HandlerParts, HandlersOf } from './parts.ts';

/** Sound devices, and the check before a shift. */
export function equipmentHandlers({ equipment: { devices, readiness } }: HandlerParts): HandlersOf<'devices' | 'readiness'> {
  return {
    'devices.testSound': ({ role }) => devices.testSound(role),
    'devices.watchMicrophone': ({ on }) => devices.watchMicrophone('page', on),
    'readiness.start': () => readiness.start(),
    'readiness.answer': ({ check, heard }) => readiness.answer(check, heard),
    'readiness.cancel': () => readiness.cancel(),
  };
}
