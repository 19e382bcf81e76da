import { tableOf } from './report/table.ts';
import { measureStore } from './store/measure-store.ts';

// The figures of the store alone, which need neither a screen nor servers: node bench/store.ts
const say = (line: string): void => void process.stderr.write(`${line}\n`);
process.stdout.write(`${tableOf(await measureStore({ quick: false, say }))}\n`);
