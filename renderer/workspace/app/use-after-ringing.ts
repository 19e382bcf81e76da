import { useAfterPaint } from './use-after-paint.ts';
import { useShownCall } from './work-context.ts';

/**
 * For what stands beside a call that rings: its script and its customer are on the screen a frame before.
 *
 * @returns false while that frame is due, true from then on; true at once where nothing rings.
 */
export function useAfterRinging(): boolean {
  return useAfterPaint(useShownCall((call) => call.state === 'ringing') === true);
}
