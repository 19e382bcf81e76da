import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, needsLab, test } from './support/test.ts';

needsLab();

test('signing in and synchronising go through the proxy that the system names', async ({ launch, central, lab }) => {
  const seen: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url ?? '');
    seen.push(target.pathname);
    const upstream = request(target, { method: incoming.method, headers: incoming.headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  try {
    const { port } = proxy.address() as AddressInfo;
    const { workspace } = await launch({
      enrol: await central.enrolment(),
      switches: [...lab.microphoneSwitches, `--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    });
    await workspace.isSynced();
    expect(seen).toEqual(expect.arrayContaining(['/v1/session/enrol', '/v1/provisioning', '/v1/snapshot', '/v1/events']));
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
});
