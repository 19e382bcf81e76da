import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

const perPage = 2_500;

/** A central without a database: its snapshot is made up as it is sent, and what changes is what it is told. */
export interface MadeUpCentral {
  readonly url: string;
  /** From now on there are these changes. */
  change(rows: readonly { readonly id: string }[]): void;
  close(): void;
}

export async function openMadeUpCentral(snapshot: () => Iterable<string>): Promise<MadeUpCentral> {
  let pages: readonly string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://central.invalid');
    if (pathname === '/v1/snapshot') void stream(response, snapshot());
    else if (pathname === '/v1/changes') response.setHeader('content-type', 'application/json').end(pages[Number(searchParams.get('cursor')?.split('-')[1] ?? 0) / perPage] ?? JSON.stringify({ changes: [], cursor: searchParams.get('cursor'), more: false }));
    // Live events: a stream in which nothing happens, until it is given up.
    else response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (rows) => (pages = pagesOf(rows)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function stream(response: ServerResponse, texts: Iterable<string>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for (const text of texts) {
    if (response.destroyed) return;
    if (!response.write(text)) await once(response, 'drain');
  }
  response.end();
}

/** Written beforehand, so that sending them costs nothing while something is measured. */
function pagesOf(rows: readonly { readonly id: string }[]): string[] {
  const pages: string[] = [];
  for (let first = 0; first < rows.length; first += perPage) {
    const page = rows.slice(first, first + perPage);
    pages.push(JSON.stringify({ changes: page.map((row) => ({ entity: 'customer', id: row.id, version: 2, row })), cursor: `bench-${first + perPage}`, more: first + perPage < rows.length }));
  }
  return pages;
}
