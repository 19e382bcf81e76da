import { z } from 'zod';
import { signedInDeviceSchema } from '#shared/contract/devices.ts';
import { pageOf, pageQuery } from '#shared/contract/pages.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { isAtLeast } from '#shared/domain/role.ts';
import type { Context } from '../../context.ts';
import { principalOf } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Session'];

/** Where somebody is signed in: one's own devices, for administrators everybody's. */
export function deviceRoutes(app: CentralApp, { devices }: Context): void {
  app.get(
    '/v1/devices',
    {
      schema: {
        operationId: 'listDevices',
        summary: "Devices on which one is signed in, the newest first; with `agentId`, or `all`, another's or everybody's (administrators)",
        tags,
        querystring: z.strictObject({ ...pageQuery, agentId: z.union([idSchema, z.literal('all')]).optional() }),
        response: { 200: pageOf(signedInDeviceSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { agentId: own, role, sessionId } = principalOf(request);
      const { agentId = own } = request.query;
      if (agentId !== own && !isAtLeast(role, 'administrator')) throw new Problem(403, 'forbidden', "Others' devices are for administrators.");
      const asked = pageRequest(request.query);
      return page(await devices.list({ ...asked, agentId: agentId === 'all' ? null : agentId, currentSessionId: sessionId }), asked.limit);
    },
  );
  app.delete(
    '/v1/devices/:id',
    {
      schema: {
        operationId: 'revokeDevice',
        summary: "Signs a device out: one's own, or anybody's (administrators)",
        description: 'Its event streams end at once, and its next request is answered 401 with the code `session.revoked`, at which a workstation wipes what it has.',
        tags,
        params: z.strictObject({ id: idSchema }),
        response: { 204: z.undefined().describe('Signed out'), ...problems(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const { agentId, role } = principalOf(request);
      const ended = await devices.revoke(request.params.id, isAtLeast(role, 'administrator') ? null : agentId);
      if (ended === 0) throw new Problem(404, 'not-found', 'Nobody is signed in on such a device.');
      return await reply.code(204).send();
    },
  );
}
