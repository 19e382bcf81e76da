import { useEffect } from 'react';

const marked = new Set<string>();

/**
 * Marks `file-painted` (performance timeline, `detail.callId`) once per call, when the file of that call has been on
 * screen for a frame: the second animation frame after the commit begins when the first one has been painted. The bench
 * reads the mark for "INVITE in to customer file painted".
 */
export function useFilePainted(callId: string | null, isShown: boolean): void {
  useEffect(() => {
    if (callId === null || !isShown || marked.has(callId)) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        marked.add(callId);
        // The timeline keeps what nobody clears, a shift long.
        performance.clearMarks('file-painted');
        performance.mark('file-painted', { detail: { callId } });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [callId, isShown]);
}
