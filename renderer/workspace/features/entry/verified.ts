/** What a field carries whose value can be told right from wrong: the operator's own accuracy is counted in it. */
export const verified = { 'data-verified': true } as const;
