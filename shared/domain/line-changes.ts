/**
 * What differs between two texts, without the lines that both begin and end with.
 *
 * @returns the lines in between on each side; both empty where the texts are the same.
 */
export function lineChanges(before: string, after: string): { readonly removed: string; readonly added: string } {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const shortest = Math.min(was.length, is.length);
  let first = 0;
  while (first < shortest && was[first] === is[first]) first++;
  let last = 0;
  while (last < shortest - first && was[was.length - 1 - last] === is[is.length - 1 - last]) last++;
  const between = (lines: readonly string[]): string => lines.slice(first, lines.length - last).join('\n').replaceAll(/^\n+|\n+$/g, '');
  return { removed: between(was), added: between(is) };
}
