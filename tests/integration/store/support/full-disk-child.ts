/**
 * Not a test: runs in a mount namespace with a small tmpfs on the folder that it is given. Fills it,
 * empties it, and prints what the store said meanwhile, as one line of JSON.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asBalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { openInteraction } from '../../../../electron/store/services/interaction-calls.ts';
import { interactionFile } from '../../../../electron/store/services/interaction-file.ts';
import { saveDraft } from '../../../../electron/store/services/interaction-work.ts';
import { Store } from '../../../../electron/store/store.ts';

const [folder = '', key = ''] = process.argv.slice(2);
const store = new Store({ logger: silentLogger });
const file = { path: join(folder, 'balie.db'), key, country: 'BE' };
store.open(file);
const { interactionId } = openInteraction(store.context, { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: null, startedAt: new Date().toISOString() });

/** Types until it is refused. @returns the code of the refusal and the last batch that was answered. */
function typeUntilRefused(): { code: string; answered: number } {
  for (let batch = 1; ; batch++) {
    try {
      store.guard(() => saveDraft(store.context, { interactionId, fields: { note: 'x'.repeat(15_000), sentence: String(batch) } }));
    } catch (thrown) {
      return { code: asBalieError(thrown).code, answered: batch - 1 };
    }
  }
}

const ballast = join(folder, 'ballast');
function fill(): void {
  for (let size = 1 << 20; size >= 1024; size /= 2) {
    for (let number = 0; ; number++) {
      try {
        writeFileSync(`${ballast}-${size}-${number}`, Buffer.alloc(size));
      } catch {
        rmSync(`${ballast}-${size}-${number}`, { force: true });
        break;
      }
      ballasts.push(`${ballast}-${size}-${number}`);
    }
  }
}

const ballasts: string[] = [];
saveDraft(store.context, { interactionId, fields: { note: 'before', sentence: '0' } });
fill();
const refused = typeUntilRefused();
const whileFull = interactionFile(store.context, interactionId).draft['sentence'];
for (const path of ballasts) rmSync(path);
saveDraft(store.context, { interactionId, fields: { sentence: 'again' } });
const afterwards = interactionFile(store.context, interactionId).draft['sentence'];
await store.close();
store.open(file);
const reopened = interactionFile(store.context, interactionId).draft['sentence'];
process.stdout.write(`${JSON.stringify({ refused, whileFull, afterwards, reopened })}\n`);
await store.close();
