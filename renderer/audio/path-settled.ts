/** Whether a connection has a path under way that neither stands nor has failed. */
export function isLayingPath({ connectionState }: RTCPeerConnection): boolean {
  return connectionState === 'new' || connectionState === 'connecting';
}

/** Resolves when the path of a connection stands or has failed, after `withinMs` milliseconds at the latest. */
export function pathSettled(connection: RTCPeerConnection, withinMs: number): Promise<void> {
  if (!isLayingPath(connection)) return Promise.resolve();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const timer = setTimeout(end, withinMs);

    function end(): void {
      clearTimeout(timer);
      controller.abort();
      resolve();
    }

    connection.addEventListener('connectionstatechange', () => isLayingPath(connection) || end(), { signal: controller.signal });
  });
}
