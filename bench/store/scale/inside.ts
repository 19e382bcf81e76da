import { writeFileSync } from 'node:fs';
import { isoNow, systemClock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { OperatorTurn } from '../../../electron/store/database/write-turn.ts';
import { openWorkConnection } from '../../../electron/store/open-store.ts';
import { callersByNumber } from '../../../electron/store/search/callers.ts';
import { readAhead } from '../../../electron/store/search/read-ahead.ts';
import type { StoreContext } from '../../../electron/store/services/context.ts';
import { openInteraction } from '../../../electron/store/services/interaction-calls.ts';
import { saveDraft } from '../../../electron/store/services/interaction-work.ts';
import { numbers } from './keystrokes.ts';

/** A process of the store's kind that times the store's own functions, without the way to them. */
const { path, key, count, answer } = JSON.parse(process.argv.at(-1) ?? '') as { readonly path: string; readonly key: string; readonly count: number; readonly answer: string };
const lookups = 5_000;
const drafts = 1_000;

const db = openWorkConnection({ path, key }, { clock: systemClock, logger: silentLogger, turn: new OperatorTurn() });
const agentId = newId();
const context: StoreContext = { db, clock: systemClock, country: () => 'BE', agentId: () => agentId };

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

async function run(): Promise<void> {
  // As the store process does it when it has opened the file.
  await readAhead(db, 'BE', { goesOn: () => true, clock: systemClock, logger: silentLogger });
  const looked = numbers(count, lookups).map((number) =>
    timed(() => {
      if (callersByNumber(db, number, 'BE').length === 0) throw new Error('A customer who is there was not found');
    }),
  );
  const { interactionId } = openInteraction(context, { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: null, startedAt: isoNow() });
  const written = Array.from({ length: drafts }, (_, index) => timed(() => saveDraft(context, { interactionId, fields: { note: `${'Wil levering na 14 u. '.repeat(20)}${index}` } })));
  db.close();
  writeFileSync(answer, JSON.stringify({ looked, written }));
  process.exit(0);
}

void run();
