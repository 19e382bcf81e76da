// Hears of placed orders and says whether each message really comes from central (Standard Webhooks).
//   WEBHOOK_SECRET=whsec_… node examples/webhook-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = Buffer.from((process.env['WEBHOOK_SECRET'] ?? '').replace(/^whsec_/, ''), 'base64');
const freshSeconds = 300;

function isGenuine({ 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': given }, body) {
  if (Math.abs(Date.now() / 1000 - Number(time)) > freshSeconds) return false;
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`);
  return String(given).split(' ').some((one) => one.length === expected.length && timingSafeEqual(Buffer.from(one), expected));
}

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  const { type, data } = JSON.parse(body);
  // The same message may come twice: `webhook-id` says so.
  console.log(request.headers['webhook-id'], type, data.number ?? data.id);
  return response.writeHead(204).end();
}).listen(8080);
