/** Fills a folder with what the central API needs to run. @returns the places of its packages, as in the lock file. */
export function assemble(folder: string): string[];
