/** Under which the worklet is registered. */
export const keyGateName = 'balie-key-gate';
