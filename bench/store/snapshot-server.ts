import type { EntityName } from '#shared/domain/entities.ts';
import type { ImportRows } from '../../central/sync/import.ts';

const cursor = 'bench-1';
const updatedAt = '2026-01-05T08:00:00.000Z';

/** @returns rows as GET /v1/snapshot sends them. */
export function snapshotOf(rows: ImportRows): string {
  const entities = Object.entries(rows) as [EntityName, readonly object[]][];
  const counts = Object.fromEntries(entities.map(([entity, list]) => [entity, list.length]));
  const lines = entities.flatMap(([entity, list]) => list.map((row) => ({ type: 'row', entity, row: { ...row, version: 1, updatedAt } })));
  return [{ type: 'begin', cursor, counts, schemaVersion: 1 }, ...lines, { type: 'end', rows: lines.length }].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A central without a network: it has one snapshot and nothing new after it. */
export function centralOf(snapshot: string): typeof fetch {
  return (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname === '/v1/snapshot') return Promise.resolve(new Response(snapshot));
    if (pathname === '/v1/changes') return Promise.resolve(Response.json({ changes: [], cursor, more: false }));
    // Live events: a stream in which nothing happens, until it is given up.
    return new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))));
  };
}
