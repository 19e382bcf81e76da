import { z } from 'zod';
import { cursorSchema } from '#shared/contract/sync.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { ApplierContract } from '#shared/ipc/applier-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { asStoreError } from '../store/database/sqlite-errors.ts';
import type { Applier } from './applier.ts';
import { CacheFill } from './cache-fill.ts';

/** Like `changesSchema`, but each change is read by itself: one that cannot be read must not hold up the others. */
const pageSchema = z.object({ changes: z.array(z.unknown()), cursor: cursorSchema, more: z.boolean() });

interface ApplierEvents {
  /** Rows of a snapshot that were written. */
  readonly onProgress: (done: number, total: number) => void;
  /** Something was asked: what can wait, waits. */
  readonly onWork: () => void;
}

/** What the store process may ask of its worker thread. */
export function applierHandlers(applier: () => Applier, { onProgress, onWork }: ApplierEvents): Handlers<ApplierContract> {
  let fill: CacheFill | null = null;

  /** The file is opened at the first call, so that trouble with it is that call's refusal. */
  function guarded<T>(work: (applier: Applier) => T): T {
    try {
      return work(applier());
    } catch (thrown) {
      throw asStoreError(thrown);
    } finally {
      onWork();
    }
  }

  function filling(): CacheFill {
    if (fill === null) throw new BalieError('sync.protocol', 'no snapshot has begun');
    return fill;
  }

  return {
    'changes.apply': ({ page }) =>
      guarded((applier) => {
        const { changes, cursor, more } = readPage(page);
        const applied = applier.applyChanges(changes, cursor);
        applier.refreshWords();
        return { changes: applied, cursor, more };
      }),
    'fill.begin': ({ anew }) =>
      guarded((applier) => {
        fill?.giveUp();
        applier.catchUp();
        const mark = anew ? null : applier.fillMark;
        fill = new CacheFill(applier, mark, onProgress);
        return { after: mark?.after ?? null };
      }),
    'fill.take': ({ bytes }) =>
      guarded(() => {
        const taken = filling();
        // A piece that could not be written ends the fill: later ones must not be marked as if it had been.
        fill = null;
        taken.take(bytes);
        fill = taken;
      }),
    'fill.end': () => {
      guarded(() => filling().end());
      fill = null;
    },
    'words.refresh': () =>
      guarded((applier) => {
        // A fill that is under way writes its own.
        if (fill === null) applier.catchUp();
        applier.refreshWords();
      }),
    'cursor.forget': () => guarded((applier) => applier.forgetCursor()),
    'letter.keep': ({ sha256, bytes }) => guarded((applier) => applier.keepLetter(sha256, bytes)),
    'letter.tidy': () => guarded((applier) => applier.tidyLetters()),
    'parked.retry': () =>
      guarded((applier) => {
        const applied = applier.retryParked();
        applier.refreshWords();
        return applied;
      }),
  };
}

/** @throws {BalieError} `sync.protocol` */
function readPage(text: string): z.infer<typeof pageSchema> {
  const page = pageSchema.safeParse(parseJson(text));
  if (!page.success) throw new BalieError('sync.protocol', 'central answered something that does not fit the contract');
  return page.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BalieError('sync.protocol', 'central answered something that is not JSON', { cause });
  }
}
