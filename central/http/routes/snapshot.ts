import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import type { Clock } from '#shared/domain/clock.ts';
import { snapshotLineSchema, snapshotQuerySchema } from '#shared/contract/sync.ts';
import type { Context } from '../../context.ts';
import { loggable } from '../../errors.ts';
import { writeSnapshot } from '../../sync/snapshot.ts';
import { knownMark } from '../../sync/snapshot-mark.ts';
import { principalOf } from '../authenticate.ts';
import { content, problems } from '../document.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

/** A reader that takes nothing for this long is gone; its transaction must not stay open. */
const stallMs = 30_000;
/** Snapshots at once: each holds a connection. */
const maxSnapshots = 4;
/** The embedded database has one connection, so a snapshot is read ahead of its reader, up to this many bytes. */
const embeddedReadAhead = 64 * 1024 * 1024;
const readAhead = 1024 * 1024;

/** Writes, and waits while the reader is behind. */
async function writeTo(stream: Writable, clock: Clock, lines: string): Promise<void> {
  if (stream.destroyed) throw new Error('The reader has gone');
  if (stream.write(lines)) return;
  const patience = new AbortController();
  const stall = clock.schedule(stallMs, () => patience.abort(new Error('The reader has stopped reading')));
  try {
    await Promise.race([once(stream, 'drain', { signal: patience.signal }), once(stream, 'close', { signal: patience.signal })]);
  } finally {
    stall.cancel();
    patience.abort();
  }
}

export function snapshotRoutes(app: CentralApp, { database, clock, logger, audit }: Context): void {
  let running = 0;
  app.get(
    '/v1/snapshot',
    {
      schema: {
        operationId: 'snapshot',
        summary: 'Every row that the agent may have, as NDJSON: one begin, rows (parents before children) with marks among them, one end',
        description: 'A stream without `end` was cut; `after` its last mark another one goes on. Compressed with gzip where the request accepts it.',
        tags: ['Sync'],
        querystring: snapshotQuerySchema.strict(),
        response: { 200: content('application/x-ndjson', snapshotLineSchema, 'One line of the stream'), ...problems(400, 401, 410, 503) },
      },
    },
    async (request, reply) => {
      const { scope, agentId, deviceId } = principalOf(request);
      const { after } = request.query;
      const from = after === undefined ? null : await knownMark(database.db, scope, after);
      if (running >= maxSnapshots) throw new Problem(503, 'busy', 'Too many snapshots are being taken. Try again in a moment.', { retryAfter: 3 });
      running += 1;
      const rows = new PassThrough({ highWaterMark: database.concurrent ? readAhead : embeddedReadAhead });
      const started = clock.monotonic();
      void audit
        .record(database.db, { action: 'snapshot-taken', agentId, deviceId, details: { queues: scope.queues?.length ?? 'all' } })
        .then(async () => await writeSnapshot(database.db, scope, async (lines) => await writeTo(rows, clock, lines), from))
        .then((count) => {
          rows.end();
          logger.info({ rows: count, ms: Math.round(clock.monotonic() - started) }, 'snapshot sent');
        })
        .catch((error: unknown) => {
          logger.warn({ err: loggable(error) }, 'snapshot cut');
          rows.destroy(error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => (running -= 1));
      return reply.type('application/x-ndjson').header('cache-control', 'no-store').compress(rows);
    },
  );
}
