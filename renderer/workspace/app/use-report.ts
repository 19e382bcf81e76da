import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from './services.ts';

/** @returns a function that runs an action and tells the operator when it was refused; true when it was done. */
export function useReport(): (action: () => Promise<unknown>) => Promise<boolean> {
  const { notices } = useServices();
  return async (action) => {
    try {
      await action();
      return true;
    } catch (thrown) {
      notices.show({ kind: 'error', code: asBalieError(thrown).code });
      return false;
    }
  };
}
