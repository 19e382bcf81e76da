import autocannon from 'autocannon';
import { customerPatch, mutation } from '../../tests/integration/central/support/samples.ts';

/** Of so many requests one writes, as in an ordinary day. */
const readsForAWrite = 9;

/** An operator who asks and writes without a pause, from a cursor of their own on. */
export interface Asker {
  readonly accessToken: string;
  readonly cursor: string;
}

/**
 * As many requests as the processes can answer, each connection with an operator's token: nine questions for changes, then a
 * mutation.
 *
 * @returns milliseconds a request, all connections together. Rejects where an answer is none of success.
 */
export async function capacityOf(urls: readonly string[], askers: readonly Asker[], seconds: number): Promise<number> {
  const each = Math.floor(askers.length / urls.length);
  const results = await Promise.all(urls.map(async (url, index) => await load(url, askers.slice(index * each, (index + 1) * each), seconds)));
  const failed = results.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0);
  if (failed > 0) throw new Error(`${failed} requests at full load were refused`);
  return (seconds * 1000) / results.reduce((sum, { requests }) => sum + requests.total, 0);
}

async function load(url: string, askers: readonly Asker[], seconds: number): Promise<autocannon.Result> {
  let next = 0;
  return await autocannon({
    url,
    connections: askers.length,
    duration: seconds,
    setupClient: (client) => client.setRequests(requestsOf(askers[next++ % askers.length])),
  });
}

function requestsOf(asker: Asker | undefined): autocannon.Request[] {
  let cursor = asker?.cursor ?? '';
  const headers = { authorization: `Bearer ${asker?.accessToken ?? ''}`, 'content-type': 'application/json' };
  const read: autocannon.Request = {
    method: 'GET',
    headers,
    setupRequest: (request) => ({ ...request, path: `/v1/changes?cursor=${cursor}` }),
    onResponse: (status, body) => {
      if (status === 200) cursor = (JSON.parse(body) as { cursor: string }).cursor;
    },
  };
  const write: autocannon.Request = {
    method: 'POST',
    path: '/v1/mutations',
    headers,
    setupRequest: (request) => ({ ...request, body: JSON.stringify({ mutations: [mutation('customer', null, customerPatch())] }) }),
  };
  return [...Array.from({ length: readsForAWrite }, () => read), write];
}
