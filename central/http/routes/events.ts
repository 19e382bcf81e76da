import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { cursorSchema } from '#shared/contract/sync.ts';
import { readAccess } from '../../access/accesses.ts';
import { placeIn, scopeOf } from '../../access/scope.ts';
import type { Context } from '../../context.ts';
import { loggable } from '../../errors.ts';
import type { Principal } from '../../session/sessions.ts';
import { readHead } from '../../sync/change-log.ts';
import { isConcernedSince } from '../../sync/changes.ts';
import { formatCursor } from '../../sync/cursor.ts';
import { Reader } from '../../sync/news-desk.ts';
import { principalOf } from '../authenticate.ts';
import { content, problems } from '../document.ts';
import { EventStream } from '../event-stream.ts';
import type { CentralApp } from '../types.ts';

/** Keeps proxies from closing a quiet stream, and tells a client within two of them that the line is dead. */
const heartbeatMs = 15_000;

const streamSchema = z.string().describe('text/event-stream: `hello` and `changed`, each with `{"cursor": ...}` as data and the cursor as id; comments are heartbeats');

/**
 * What the agent may have is another now: the stream says a cursor that the device does not know. It asks for
 * changes, is told 410, and takes a snapshot.
 */
async function rescope({ database, logger }: Context, reader: Reader): Promise<void> {
  try {
    const access = await readAccess(database.db, reader.scope.agentId);
    if (access === null) return;
    const former = reader.scope.token;
    reader.scope = scopeOf(access);
    if (reader.scope.token !== former) reader.tell(formatCursor(placeIn(reader.scope, await readHead(database.db))));
  } catch (error) {
    logger.warn({ err: loggable(error) }, 'the access of an event stream could not be read');
  }
}

/** Sessions that another process ended while it could not be heard. */
async function endStreamsOfEnded(open: ReadonlyMap<EventStream, Principal>, { sessions, logger }: Context): Promise<void> {
  try {
    const ended = new Set(await sessions.endedAmong([...new Set([...open.values()].map(({ sessionId }) => sessionId))]));
    for (const [stream, { sessionId }] of open) if (ended.has(sessionId)) stream.end();
  } catch (error) {
    logger.warn({ err: loggable(error) }, 'the sessions of the event streams could not be looked at');
  }
}

export function eventRoutes(app: CentralApp, context: Context): void {
  const open = new Map<EventStream, Principal>();
  app.addHook('preClose', (done) => {
    for (const stream of open.keys()) stream.end();
    done();
  });
  context.resumed.subscribe(() => void endStreamsOfEnded(open, context));
  app.get(
    '/v1/events',
    {
      schema: {
        operationId: 'events',
        summary: 'Server-sent events: says that there is something to fetch from changes',
        description:
          'Only what concerns the operator who listens: their queues, customers and role. `hello` comes first; with `Last-Event-ID` a `changed` follows at once if something concerned them since. Changes that come close together are told as one: what names the operator (own work, a hand-over to them) within a tenth of a second, the rest in turn, so that workstations do not ask all at once.',
        tags: ['Sync'],
        headers: z.object({ 'last-event-id': cursorSchema.optional().catch(undefined) }),
        response: { 200: content('text/event-stream', streamSchema, 'Until the access token expires; then open it again with a fresh one'), ...problems(401) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const body = new PassThrough();
      const stream = new EventStream(body, context.clock, heartbeatMs);
      open.set(stream, principal);
      // Listen first, look afterwards: a change in between is told twice rather than never.
      const reader = new Reader(principal.scope, (cursor) => stream.changed(cursor));
      stream.onEnd(context.newsDesk.join(reader));
      stream.onEnd(
        context.accessChanged.subscribe((agentId) => {
          if (agentId === null || agentId === principal.agentId) void rescope(context, reader);
        }),
      );
      stream.onEnd(context.sessionEnded.subscribe((sessionId) => sessionId === principal.sessionId && stream.end()));
      stream.onEnd(() => open.delete(stream));
      stream.endAfter(principal.expiresAt - context.clock.now());
      const head = formatCursor(placeIn(principal.scope, await readHead(context.database.db)));
      stream.hello(head);
      const last = request.headers['last-event-id'];
      if (last !== undefined && (await isConcernedSince(context.database.db, principal.scope, last))) stream.changed(head);
      void reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no');
      return await reply.send(body as never);
    },
  );
}
