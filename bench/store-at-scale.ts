import { measureAtScale } from './store/at-scale.ts';

// The store with a million customers: node bench/store-at-scale.ts [customers]
const count = Number(process.argv[2] ?? 1_000_000);
const figures = await measureAtScale(count, (line) => void process.stderr.write(`${line}\n`));
const width = Math.max(...figures.map(({ name }) => name.length));
for (const { name, value, limit } of figures) process.stdout.write(`${name.padEnd(width)}  ${value.padStart(10)}  ${limit}\n`);
