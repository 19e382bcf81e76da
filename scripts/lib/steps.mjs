/**
 * Runs one named step and prints a single line about it: what, the outcome, and how long it took.
 * `work` may return a short sentence that is printed behind the name.
 * @template T
 * @param {string} name
 * @param {(say: (line: string) => void) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const say = (line) => console.log(`      ${line}`);
  console.log(`  ->  ${name}`);
  try {
    const result = await work(say);
    const outcome = typeof result === 'string' ? `${result}, ` : '';
    console.log(`  ok  ${name} (${outcome}${seconds()})`);
    return result;
  } catch (error) {
    console.log(`  !!  ${name} (${seconds()})`);
    throw error;
  }
}
