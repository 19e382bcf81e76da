/** A window that nobody sees draws no frames: what waits for one comes by then. Milliseconds. */
const unseenMs = 100;

/**
 * Runs something when the frame that is due has been painted.
 *
 * @returns a function that forgets it.
 */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(run, unseenMs);
  // What is asked for in a frame runs when that frame has been painted.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
