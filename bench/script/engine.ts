import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptFacts } from '../../shared/domain/script/condition.ts';
import { answer, offeredAnswers, startRun } from '../../shared/domain/script/engine.ts';
import { parseScript } from '../../shared/domain/script/parse.ts';
import { mostEvents, stateOf, type ScriptRun } from '../../shared/domain/script/run.ts';
import type { Script } from '../../shared/domain/script/script.ts';
import { projectRoot } from '../process/electron-app.ts';
import { type Figure, judge, type Result } from '../report/figures.ts';

// Held as time for each event, so that less is better, as everywhere in the table: 100,000 a second are 10 µs.
const figures = {
  walk: { part: 'script', name: 'a step of a call, chosen among what is offered', unit: 'µs', limit: { value: 10 } },
  replay: { part: 'script', name: 'an event of a run read again after a crash', unit: 'µs', limit: { value: 10 } },
} as const satisfies Record<string, Figure>;

const eventsACall = 60;

/** How fast the engine takes events of calls as they are, some sixty of them, and replays a run that is as long as one may be. */
export function measureScriptEngine({ quick, say }: { readonly quick: boolean; readonly say: (line: string) => void }): readonly Result[] {
  say('script: events through the engine');
  const script = parseScript(JSON.parse(readFileSync(join(projectRoot, 'resources/scripts/klantendienst-vraag.nl.json'), 'utf8')));
  const rounds = quick ? 5 : 25;
  const walked: number[] = [];
  const replayed: number[] = [];
  const long = call(script, 0, mostEvents).run;
  for (let round = 0; round < rounds; round++) {
    walked.push(perEvent(200, (seed) => call(script, seed, eventsACall).run.events.length));
    replayed.push(
      perEvent(20, () => {
        const again = { ...long, events: [...long.events] };
        stateOf(again);
        return again.events.length;
      }),
    );
  }
  return [judge(figures.walk, walked, []), judge(figures.replay, replayed, [])];
}

/** @returns microseconds for each event. */
function perEvent(times: number, work: (seed: number) => number): number {
  let events = 0;
  const begun = performance.now();
  for (let seed = 0; seed < times; seed++) events += work(seed);
  return ((performance.now() - begun) * 1000) / events;
}

/** A call that wanders through the script, begun anew whenever it ends. */
function call(script: Script, seed: number, events: number): { readonly run: ScriptRun } {
  let run = startRun(script);
  let captured: ScriptFacts['captured'] = {};
  for (let taken = 0; taken < events; taken++) {
    const facts: ScriptFacts = { captured, customer: null, queueKey: null, language: 'nl', time: { minute: 600, day: 1 } };
    const offered = offeredAnswers(script, run, facts).filter(({ to }) => to !== null);
    const chosen = offered[(seed + taken * 7) % offered.length];
    if (chosen === undefined) break;
    ({ run, captured } = answer(script, run, chosen.key, facts, '2026-11-29T08:00:00.000Z'));
  }
  return { run };
}
