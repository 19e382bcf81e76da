import { duration } from '../i18n/format.ts';
import { useNow } from './use-now.ts';

/** How long ago something was, by itself: what stands around it is not drawn every second. */
export function Elapsed({ since }: { readonly since: string }) {
  return <>{duration(useNow() - Date.parse(since))}</>;
}
