import { z } from 'zod';
import { listQuery, lists, type List } from '#shared/contract/lists.ts';
import { pageOf } from '#shared/contract/pages.ts';
import { rowSchemaOf } from '#shared/contract/sync.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { seen } from '../../access/visibility.ts';
import type { Context } from '../../context.ts';
import { tableOf } from '../../database/entity-tables.ts';
import { readRows, type Row } from '../../database/rows.ts';
import { readList } from '../../lists/read-list.ts';
import type { Principal } from '../../session/sessions.ts';
import { principalOf } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Lists'];

/** `call-legs` is `CallLegs` in the names of operations. */
function pascal(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
}

/** Whether its rows are about people: then it is written down who looked at them. */
function isPersonal({ entity }: List): boolean {
  return entity === 'customer' || tableOf(entity).references.some(({ entity: parent }) => parent === 'customer' || parent === 'interaction');
}

/** The rows that whoever asks may have, list by list, for the centre's other systems. All of them are declared in the contract. */
export function listRoutes(app: CentralApp, context: Context): void {
  for (const [name, list] of Object.entries(lists)) registerList(app, context, name, list);
}

function registerList(app: CentralApp, { database, audit }: Context, name: string, list: List): void {
  const { entity, what } = list;
  const row: z.ZodType<Row> = rowSchemaOf(entity) as never;
  const noteRead = async ({ agentId, deviceId }: Principal, action: 'read' | 'listed', about: { readonly entityId?: string; readonly customerId?: unknown; readonly details?: Readonly<Record<string, unknown>> }): Promise<void> => {
    if (!isPersonal(list)) return;
    await audit.record(database.db, { action, agentId, deviceId, entity, ...about, customerId: typeof about.customerId === 'string' ? about.customerId : null });
  };
  app.get(
    `/v1/${name}`,
    {
      compress: {},
      schema: { operationId: `list${pascal(name)}`, summary: `${what}, the newest first`, tags, querystring: listQuery(list), response: { 200: pageOf(row), ...problems(400, 401) } },
    },
    async (request) => {
      const principal = principalOf(request);
      const { limit, cursor, ...filters } = request.query;
      const rows = await readList(database.db, principal.scope, list, filters, pageRequest({ limit, cursor }));
      const asked: Readonly<Record<string, unknown>> = filters;
      await noteRead(principal, 'listed', { customerId: asked['customerId'], details: { rows: Math.min(rows.length, limit), by: Object.keys(asked) } });
      return page(rows, limit);
    },
  );
  app.get(
    `/v1/${name}/:id`,
    {
      schema: { operationId: `get${pascal(entity)}`, summary: `One of the list: ${what.charAt(0).toLowerCase()}${what.slice(1)}`, tags, params: z.strictObject({ id: idSchema }), response: { 200: row, ...problems(400, 401, 404) } },
    },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params;
      const [found] = await readRows(database.db, entity, [id], seen(principal.scope, entity));
      if (found === undefined) throw new Problem(404, 'not-found', 'There is no such row, or it is not for you.');
      await noteRead(principal, 'read', { entityId: id, customerId: entity === 'customer' ? id : found['customerId'] });
      return found;
    },
  );
}
