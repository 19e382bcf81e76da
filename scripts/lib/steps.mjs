/**
 * Runs one named step and says on stderr what it is, how it ended and how long it took (stdout is for results).
 * `work` may return a short sentence that is printed behind the name.
 * @template T
 * @param {string} name
 * @param {(say: (line: string) => void) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const say = (line) => console.error(`      ${line}`);
  console.error(`  ->  ${name}`);
  try {
    const result = await work(say);
    const outcome = typeof result === 'string' ? `${result}, ` : '';
    console.error(`  ok  ${name} (${outcome}${seconds()})`);
    return result;
  } catch (error) {
    console.error(`  !!  ${name} (${seconds()})`);
    throw error;
  }
}
