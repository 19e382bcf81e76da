import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { EventReader } from './support/event-reader.ts';
import { Workstation } from './support/workstation.ts';

const token = 'a-token-of-monitoring';

describe('figures for Prometheus', () => {
  let central: Central;
  let an: Workstation;
  beforeAll(async () => {
    central = await createCentral({ database: { kind: 'memory' }, metrics: { host: '127.0.0.1', port: 0, token } });
    await central.listen();
    an = await Workstation.open(central);
  });
  afterAll(async () => await central.close());

  const figures = async (bearer = token): Promise<Response> => await fetch(central.metricsUrl ?? '', { headers: { authorization: `Bearer ${bearer}` } });

  it('count requests by the pattern of their route and the streams that are open, and name nobody', async () => {
    await an.send('GET', `/v1/agents/${an.agentId}/access`);
    const events = await EventReader.open(`${central.url}/v1/events`, an.authorization);
    await events.next();
    const text = await (await figures()).text();
    expect(text).toMatch(/balie_http_request_duration_seconds_count\{method="GET",route="\/v1\/agents\/:id\/access",status="403"\} 1/);
    expect(text).toMatch(/^balie_event_streams 1$/m);
    expect(text).not.toContain(an.agentId);
    await events.close();
    await expect.poll(async () => await (await figures()).text()).toMatch(/^balie_event_streams 0$/m);
  });

  it('are at an address of their own and for who has the token', async () => {
    expect((await figures('a-token-of-somebody')).status).toBe(401);
    expect((await central.app.inject('/metrics')).statusCode).toBe(404);
    expect((await central.app.inject('/v1/health/live')).json()).toEqual({ status: 'ok' });
  });
});
