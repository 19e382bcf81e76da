/**
 * Not a test: runs in a mount namespace with a tmpfs of its own on the folder that it is given. Types, has the file system made read-only
 * while nothing is open, tries to open and to type, has it made writable again, and prints what the store said, as one line of JSON.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { asBalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { openInteraction } from '../../../../electron/store/services/interaction-calls.ts';
import { interactionFile } from '../../../../electron/store/services/interaction-file.ts';
import { saveDraft } from '../../../../electron/store/services/interaction-work.ts';
import { Store } from '../../../../electron/store/store.ts';

const [folder = '', key = ''] = process.argv.slice(2);
const file = { path: join(folder, 'balie.db'), key, country: 'BE' };
const store = new Store({ logger: silentLogger });
store.open(file);
const { interactionId } = openInteraction(store.context, { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: null, startedAt: new Date().toISOString() });

const remount = (how: 'ro' | 'rw'): void => void execFileSync('mount', ['-o', `remount,${how}`, folder]);
const type = (sentence: string): unknown => store.guard(() => saveDraft(store.context, { interactionId, fields: { note: 'x'.repeat(2_000), sentence } }));
const typed = (): string | undefined => interactionFile(store.context, interactionId).draft['sentence'];

/** @returns the code of the refusal; null where there was none. */
function refusalOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return asBalieError(thrown).code;
  }
}

for (let batch = 1; batch <= 20; batch++) type(String(batch));
await store.close();
// Linux refuses this while a file is open for writing.
remount('ro');
const opened = [refusalOf(() => void store.open(file)), refusalOf(() => void store.open(file))];
const whileReadOnly = refusalOf(() => type('refused'));
remount('rw');
store.open(file);
const kept = typed();
type('again');
await store.close();
store.open(file);
const reopened = typed();
process.stdout.write(`${JSON.stringify({ opened, whileReadOnly, kept, reopened })}\n`);
await store.close();
