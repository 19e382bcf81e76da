/** What stands where a value is that may not be seen yet. */
export const maskText = '•••';
