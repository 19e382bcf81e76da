import path from 'node:path';
import { parseArgs } from 'node:util';
import { labAvailable } from '../tests/lab/available.ts';
import { projectRoot } from './process/electron-app.ts';
import { measureCentral } from './central/measure-central.ts';
import { type Part, parts, usualParts, withTelephony } from './report/figures.ts';
import { tableOf } from './report/table.ts';
import { measureApplications, measureFileAtScale } from './runs/applications.ts';
import type { Result } from './report/figures.ts';
import { measureScriptCheck } from './script/check.ts';
import { measureScriptEngine } from './script/engine.ts';
import { measureKnowledge } from './script/knowledge.ts';
import { measureStore } from './store/measure-store.ts';
import { measureScale } from './store/scale/measure-scale.ts';

const help = `npm run bench -- [parts] [options]

Measures Balie beside a plain JsSIP page, on a screen (npm run bench makes one in memory where there is none).

  --json          one JSON document instead of the table
  --quick         five samples of each figure instead of twenty-five
  --keep          leave the folder with the logs
  --app=FOLDER    another build of Balie than this folder's
  --only=PARTS    some of: ${parts.join(', ')} (or as words: npm run bench -- telephony)
`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, only: { type: 'string', default: usualParts.join() }, app: { type: 'string', default: projectRoot }, help: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function chosenParts(): readonly Part[] {
  const asked = positionals.length > 0 ? positionals : values.only.split(',');
  const unknown = asked.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${parts.join(', ')}`);
  return parts.filter((part) => asked.includes(part) || (asked.includes('telephony') && withTelephony.includes(part)));
}

/** The store beside plain statements, then with a million customers; the call that opens a file among them needs the lab. */
async function measureWholeStore(quick: boolean, labHere: boolean): Promise<readonly Result[]> {
  const count = quick ? 100_000 : 1_000_000;
  const small = await measureStore({ quick, say });
  const large = await measureScale({ count, quick, say });
  const painted = labHere ? await measureFileAtScale({ app: path.resolve(values.app), count, quick, keep: values.keep, say }) : [];
  return [...small, ...large, ...painted];
}

async function run(): Promise<void> {
  const chosen = chosenParts();
  const { available, reason } = labAvailable();
  // Of the script, the engine and the checks need no lab; what is painted in a call does.
  const applications = chosen.filter((part) => part !== 'store' && part !== 'central' && part !== 'knowledge' && (part !== 'script' || available));
  if (applications.length > 0 && !available) throw new Error(`${reason}. Without it: npm run bench -- --only=store`);
  const results = [
    ...(applications.length > 0 ? await measureApplications({ app: path.resolve(values.app), parts: applications, quick: values.quick, keep: values.keep, say }) : []),
    ...(chosen.includes('central') ? await measureCentral({ quick: values.quick, say }) : []),
    ...(chosen.includes('script') ? [...measureScriptEngine({ quick: values.quick, say }), ...measureScriptCheck({ quick: values.quick, say })] : []),
    // A figure of the script's issue; it can be asked for alone.
    ...(chosen.includes('script') || chosen.includes('knowledge') ? await measureKnowledge({ quick: values.quick, say }) : []),
    ...(chosen.includes('store') ? await measureWholeStore(values.quick, available) : []),
  ];
  process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : `${tableOf(results)}\n`);
}

if (values.help) process.stdout.write(help);
else {
  await run().catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  });
}
