import { findingsOf } from '../../shared/domain/script/parse.ts';
import { bigScript, type BigScript } from '../../tests/fixtures/big-scripts.ts';
import { type Figure, judge, type Result } from '../report/figures.ts';

const kinds: readonly BigScript[] = ['chain', 'wide', 'circle', 'tangled', 'hostile'];
const figure = (kind: BigScript): Figure => ({ part: 'script', name: `a script of 10,000 steps read and checked (${kind})`, unit: 'ms', limit: { value: 200 } });

/** How long it takes to read scripts as large as they may be, and to find all that is wrong with them. */
export function measureScriptCheck({ quick, say }: { readonly quick: boolean; readonly say: (line: string) => void }): readonly Result[] {
  const rounds = quick ? 5 : 25;
  return kinds.map((kind) => {
    say(`script: checking 10,000 steps (${kind})`);
    const text = JSON.stringify(bigScript(kind));
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // Each time another object: what is kept about one must not help the next.
      const document: unknown = JSON.parse(text);
      const begun = performance.now();
      findingsOf(document);
      samples.push(performance.now() - begun);
    }
    return judge(figure(kind), samples, []);
  });
}
