import { createHmac } from 'node:crypto';
import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const deadlineMs = 10_000;

/** What kept a delivery from being sent: a word for the log, without addresses. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** @returns whether an address is out on the internet: not this machine, this network or a cloud's own service. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * The check is made on the address that is connected to, at the moment of connecting: a name that meant another
 * address when it was registered, or a moment ago, does not get through.
 */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return void done(error, '', 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) return void done(new NotSent('private-address'), '', 0);
    if (options.all === true) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

/** @returns the headers by which the receiver knows it is us, and that it is not an old one (Standard Webhooks). */
export function signed(id: string, seconds: number, body: string, secret: string): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

/**
 * Sends one delivery. A redirect is not followed: it is an answer like any other.
 *
 * @returns the status that was answered. Rejects with {@link NotSent}, or what the network said.
 */
export async function post(address: string, body: string, headers: Readonly<Record<string, string>>, privateAllowed: boolean): Promise<number> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!privateAllowed && url.protocol !== 'https:') throw new NotSent('not-https');
  if (!privateAllowed && isIP(host) !== 0 && !isPublicAddress(host)) throw new NotSent('private-address');
  const options: RequestOptions = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'balie-central', 'content-length': String(Buffer.byteLength(body)), ...headers },
    signal: AbortSignal.timeout(deadlineMs),
    agent: false,
    ...(privateAllowed ? {} : { lookup: publicOnly }),
  };
  return await new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    send(url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      // What is answered beside the status does not matter, and may have no end.
      answer.destroy();
    })
      .once('error', reject)
      .end(body);
  });
}
