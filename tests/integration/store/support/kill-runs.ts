import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { silentLogger } from '#shared/domain/logger.ts';
import { Store } from '../../../../electron/store/store.ts';
import { outboxOf } from './seed.ts';
import { freshFile, withDatabase } from './raw-database.ts';
import { testKey } from './temporary-folder.ts';

const child = new URL('./writing-child.ts', import.meta.url).pathname;

/** What the process last said was on disk. */
type Answered = readonly [interactionId: string, batch: number, changes: number, closed: number, pages: number];

/** So many that the worker is in the middle of a page at most moments. */
const customersPerPage = 60;

/** Lets a process work in a store at `path`, and kills it (SIGKILL) `afterMs` after its first answer. */
async function workUntilKilled(path: string, afterMs: number): Promise<Answered> {
  const working = spawn(process.execPath, [child, path, testKey, String(customersPerPage)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last: string | undefined;
  const output = createInterface({ input: working.stdout });
  output.on('line', (line) => {
    if (last === undefined) setTimeout(() => working.kill('SIGKILL'), afterMs);
    last = line;
  });
  await new Promise<void>((resolve) => void output.once('close', resolve));
  if (last === undefined) throw new Error('the process said nothing before it ended');
  return JSON.parse(last) as Answered;
}

/**
 * One run: work, kill, look. @returns what is wrong, in words; null where nothing is.
 * @param path a folder's fresh database
 */
export async function killRun(path: string, afterMs: number): Promise<string | null> {
  freshFile(path);
  const [interactionId, batch, changes, closed, pages] = await workUntilKilled(path, afterMs);
  const facts = withDatabase(path, (handle) => ({
    check: handle.pragma('integrity_check', { simple: true }),
    note: handle.prepare<[string], { value: string }>("SELECT value FROM journal WHERE interaction_id = ? AND field = 'note'").get(interactionId)?.value,
    sentence: handle.prepare<[string], { value: string }>("SELECT value FROM journal WHERE interaction_id = ? AND field = 'sentence'").get(interactionId)?.value,
    closedRow: handle.prepare<[string], { note: string }>("SELECT note FROM interaction WHERE id = ? AND state = 'closed'").get(interactionId)?.note,
    cursor: handle.prepare<[], { value: string }>("SELECT value FROM device_state WHERE key = 'cursor'").get()?.value,
    arrived: handle.prepare("SELECT count(*) FROM customer WHERE family_name LIKE 'Central%'").pluck().get() as number,
  }));
  if (facts.check !== 'ok') return `the file is damaged: ${String(facts.check)}`;
  const typed = facts.note ?? facts.closedRow;
  const kept = Number(typed?.split(' ')[1]);
  if (!(kept >= batch)) return `batch ${batch} was answered, and ${typed ?? 'nothing'} is kept`;
  if (facts.note !== undefined && facts.note !== `batch ${facts.sentence ?? ''}`) return `a batch was torn: ${facts.note} with ${facts.sentence ?? 'nothing'}`;
  const outbox = outboxOf(path);
  const sent = outbox.filter(({ entity, baseVersion }) => entity === 'customer' && baseVersion !== null).length;
  if (sent < changes) return `${changes} corrections were answered, and ${sent} are in the outbox`;
  const interactions = outbox.filter(({ entity }) => entity === 'interaction').length;
  if (interactions < closed) return `${closed} calls were closed, and ${interactions} are in the outbox`;
  const applied = Number(facts.cursor?.split('-')[1]);
  if (!(applied >= pages) || facts.arrived < applied * customersPerPage) return `${pages} pages were answered, ${facts.cursor ?? 'none'} is noted, and ${facts.arrived} customers are here`;
  const store = new Store({ logger: silentLogger });
  store.open({ path, key: testKey, country: 'BE' });
  await store.close();
  return null;
}
