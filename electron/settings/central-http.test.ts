import { expect, it } from 'vitest';
import { z } from 'zod';
import { requestCentral, requestFile } from './central-http.ts';

const url = 'http://127.0.0.1:1/';
const answering = (response: () => Response, asked: RequestInit[] = []) => async (_url: string, init: RequestInit = {}) => {
  asked.push(init);
  return await Promise.resolve(response());
};

it('a file is sent as what it is', async () => {
  const asked: RequestInit[] = [];
  await requestCentral(answering(() => new Response('{}'), asked), url, { method: 'POST', path: '/v1/letter-files', file: { type: 'application/x-letter', bytes: new Uint8Array([1, 2, 3]) } }, z.object({}));
  expect(new Headers(asked[0]?.headers).get('content-type')).toBe('application/x-letter');
  expect(asked[0]?.body).toEqual(new Uint8Array([1, 2, 3]));
});

it('a file that is answered is read to its end, and no further than it may be large', async () => {
  const parts = (count: number) => new Response(new ReadableStream({ start: (stream) => { for (let at = 0; at < count; at++) stream.enqueue(new Uint8Array(10).fill(at)); stream.close(); } }));
  const request = { method: 'GET', path: '/v1/letter-files/a' } as const;
  expect([...(await requestFile(answering(() => parts(2)), url, request, 20))]).toEqual([...new Uint8Array(10), ...new Uint8Array(10).fill(1)]);
  await expect(requestFile(answering(() => parts(3)), url, request, 20)).rejects.toMatchObject({ code: 'session.unreachable' });
  const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) });
  await expect(requestFile(answering(() => new Response(broken)), url, request, 20)).rejects.toMatchObject({ code: 'session.unreachable' });
});

it('a refusal says what was wrong and where', async () => {
  const problem = { type: 'urn:balie:problem:letter.invalid', title: 't', status: 400, code: 'letter.invalid', errors: [{ path: '/', message: 'has macros', code: 'macros', about: 'word/vbaProject.bin' }] };
  const refused = answering(() => new Response(JSON.stringify(problem), { status: 400 }));
  await expect(requestFile(refused, url, { method: 'GET', path: '/' }, 1)).rejects.toMatchObject({ status: 400, problem: 'letter.invalid', faults: problem.errors });
});
