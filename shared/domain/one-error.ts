/** Damerau-Levenshtein distance 1, without the table: what is the same on both sides is taken off first. */
export function isOneErrorApart(a: string, b: string): boolean {
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
  const swapped = restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped || Math.max(restA.length, restB.length) === 1;
}
