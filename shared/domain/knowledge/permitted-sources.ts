function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Which sources a step of a script permits. Case and accents do not count; a script may name an edition behind a source
 * (`voorwaarden 2026-11`): then the source as it is now is meant.
 *
 * @param known the sources that there are.
 * @param permitted the names in the step.
 */
export function permittedSources(known: readonly string[], permitted: readonly string[]): string[] {
  const wanted = permitted.map(wordsOf);
  return known.filter((source) => {
    const words = wordsOf(source);
    return words.length > 0 && wanted.some((name) => words.every((word, index) => name[index] === word));
  });
}
