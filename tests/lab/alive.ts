/** Speaks the DevTools protocol with one page. */
export type DevTools = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * Collects garbage in a page and counts what is left of one kind: what is held by something, in use or not.
 * @param constructor name of a global constructor of the page.
 */
export async function aliveOf(devTools: DevTools, constructor: string): Promise<number> {
  // What is only weakly held goes with the second round.
  await devTools('HeapProfiler.collectGarbage');
  await devTools('HeapProfiler.collectGarbage');
  const { result } = (await devTools('Runtime.evaluate', { expression: `${constructor}.prototype` })) as { readonly result: { readonly objectId: string } };
  const { objects } = (await devTools('Runtime.queryObjects', { prototypeObjectId: result.objectId })) as { readonly objects: { readonly objectId: string } };
  const { result: length } = (await devTools('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: 'function () { return this.length; }', returnByValue: true })) as { readonly result: { readonly value: number } };
  await devTools('Runtime.releaseObject', { objectId: objects.objectId });
  return length.value;
}
