import createClient from 'openapi-fetch';

/** A refusal of central: problem details (RFC 9457). Act on `code`, never on the text. */
export class CentralProblem extends Error {
  /** @param {import('./schema.d.ts').components['schemas']['Problem']} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.name = 'CentralProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
  }
}

/** See index.d.mts. */
export function createCentralClient({ url, token, fetch }) {
  const client = createClient({ baseUrl: url.replace(/\/$/, ''), ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    async onRequest({ request }) {
      const current = typeof token === 'function' ? await token() : token;
      if (current !== undefined) request.headers.set('authorization', `Bearer ${current}`);
      return request;
    },
  });
  return client;
}

/** See index.d.mts. */
export async function* everyItem(ask) {
  let cursor;
  do {
    const { data, error } = await ask(cursor);
    if (data === undefined) throw new CentralProblem(error);
    yield* data.items;
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
}
