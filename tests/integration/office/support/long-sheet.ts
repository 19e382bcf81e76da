/** Not a test: a process that writes one long list to a file, as the office process does, and says what it held meanwhile. */
import { parseArgs } from 'node:util';
import { exportColumns, exportFormatSchema, type Cell } from '#shared/domain/office.ts';
import { SheetFile } from '../../../../electron/office/sheet-file.ts';
import { randomOf } from '../../sync/support/random.ts';

const { values } = parseArgs({ options: { path: { type: 'string' }, format: { type: 'string' }, lines: { type: 'string' } } });
const { path = '' } = values;
const lines = Number(values.lines);
const format = exportFormatSchema.parse(values.format);
const collect = (globalThis as unknown as { gc: () => void }).gc;
const columns = Object.entries(exportColumns.orders).map(([heading, kind]) => ({ heading, kind }));

const random = randomOf(1);

/** Words that come once each and that nothing can shorten: whoever keeps them, also compressed, is seen to. */
function text(length: number): string {
  let words = '';
  while (words.length < length) words += `${Math.floor(random() * 2 ** 32).toString(36)} `;
  return words;
}

function line(index: number): Cell[] {
  return ['2026-11-30T09:00:00.000Z', `O-${index}`, 'order.confirmed', `BE-${index}`, text(80), text(320), index / 100, '2026-12-02', text(80)];
}

/** Bytes in use after garbage was collected, and what the process takes of the machine. */
function look(): { held: number; rss: number } {
  // Buffers are given back by a thread of its own and counted off when the next collection begins.
  collect();
  collect();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { held: heapUsed + arrayBuffers, rss };
}

const page = 100;
const looks = 10;
const seen: ReturnType<typeof look>[] = [];
let passed = 0;
const sheet = new SheetFile(path, format, { title: 'Bestellingen', columns, words: { 'order.confirmed': 'bevestigd' }, separator: ';' });
for (let from = 0; from < lines; from += page) {
  const rows = Array.from({ length: page }, (_, index) => line(from + index));
  for (const row of rows) for (const cell of row) passed += String(cell).length;
  await sheet.add(rows);
  if ((from + page) % (lines / looks) === 0) seen.push(look());
}
await sheet.end();
process.stdout.write(JSON.stringify({ passed, seen }));
