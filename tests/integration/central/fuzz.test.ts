import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { docxType } from '#shared/contract/letters.ts';
import { problemSchema } from '#shared/contract/problem.ts';
import { mutationResultsSchema, mutationSchema, rowSchemaOf, type Mutation } from '#shared/contract/sync.ts';
import { entitySchemas, writableEntities, type WritableEntity } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger, type Logger } from '#shared/domain/logger.ts';
import { z } from 'zod';
import { fitting, hostileTexts, nearlyFitting, type JsonSchema } from './support/arbitrary.ts';
import { customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { request, Workstation, type Answer } from './support/workstation.ts';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly operation: Operation;
}

/** Those that answer a stream without end, or end the session that asks. */
const apart = new Set(['events', 'signOut']);

const cell = fc.oneof(fc.constantFrom(...hostileTexts, '""', '"', '\r\n', '12,50', '+32470112200', 'BE-204500'), fc.string({ maxLength: 12, unit: 'grapheme' }));
const heads = fc.constantFrom(['customerNumber', 'givenName', 'familyName', 'phone'], ['sku', 'name', 'priceCents'], ['key', 'title', 'text']);
/** Files that are sent as they are: with headings that fit or not, and cells that need not. */
const files: Readonly<Record<string, fc.Arbitrary<string | Uint8Array>>> = {
  'text/csv': fc
    .tuple(fc.oneof(heads, fc.array(cell, { maxLength: 4 })), fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 4 }), fc.constantFrom(',', ';', '\t'), fc.boolean())
    .map(([head, rows, separator, quoted]) => [head, ...rows].map((row) => row.map((each) => (quoted ? `"${each.replaceAll('"', '""')}"` : each)).join(separator)).join('\r\n')),
  // What begins as an archive does is looked into further.
  [docxType]: fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 400 })).map(([archive, bytes]) => (archive ? Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]) : bytes)),
};
/** The same every time, so that a failure is of the change that brought it; another seed looks elsewhere. */
const runs = { numRuns: 20, seed: Number(process.env['BALIE_FUZZ_SEED'] ?? 20_260_105) };

describe('payloads made from their schemas', () => {
  const failures: unknown[] = [];
  const logger: Logger = { ...silentLogger, error: (details: unknown) => void failures.push(details) };
  let central: Central;
  let admin: Workstation;
  let routes: Route[];
  let refer: (ref: string) => JsonSchema;

  beforeAll(async () => {
    const unlimited = 1_000_000;
    central = await createCentral({ database: { kind: 'memory' }, logger, limits: { perUser: unlimited, perAddress: unlimited, refreshPerAddress: unlimited, perSession: unlimited, importsPerSession: unlimited } });
    admin = await Workstation.open(central);
    await central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
    const document = central.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, JsonSchema> } };
    refer = (ref) => document.components.schemas[ref.replace('#/components/schemas/', '')] ?? {};
    routes = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase() as Route['method'], path, operation })));
  });
  afterAll(async () => await central.close());
  beforeEach(() => void failures.splice(0));

  const send = async ({ method, path, operation }: Route, given: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const all = operation.parameters ?? [];
    const valueOf = (name: string): string => (typeof given[name] === 'string' ? given[name] : JSON.stringify(given[name]));
    const url = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(valueOf(name).replace(/[\ud800-\udfff]/g, '?')) || '-');
    const query = new URLSearchParams(all.flatMap(({ in: where, name }) => (where === 'query' && given[name] !== undefined ? [[name, valueOf(name)]] : [])));
    const type = Object.keys(files).find((each) => operation.requestBody?.content[each] !== undefined);
    const headers = { ...(operation.security?.length === 0 ? {} : admin.authorization), ...(type === undefined ? {} : { 'content-type': type }) };
    return await request(central, method, `${url}?${query.toString()}`, given['body'], headers);
  };
  const payloadsOf = ({ operation }: Route, spoil: (arbitrary: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> => {
    const parameters = (operation.parameters ?? []).filter(({ in: where }) => where !== 'header');
    const content = operation.requestBody?.content ?? {};
    const json = content['application/json']?.schema;
    const body = json === undefined ? Object.entries(files).find(([type]) => content[type] !== undefined)?.[1] : spoil(fitting(json, refer));
    const parts = Object.fromEntries(parameters.map(({ name, schema }) => [name, spoil(fitting(schema, refer))]));
    const requiredKeys = parameters.flatMap(({ name, required }) => (required === true ? [name] : []));
    return fc.record(body === undefined ? parts : { ...parts, body }, { requiredKeys: body === undefined ? requiredKeys : [...requiredKeys, 'body'] });
  };
  /** Answered as documented, and never by a defect. */
  const judge = ({ method, path, operation }: Route, answer: Answer): void => {
    expect(answer.status, `${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
    // Files are sent as what they are: what refuses them has looked at them.
    if (Object.keys(files).some((type) => operation.requestBody?.content[type] !== undefined)) expect(answer.status, `${method} ${path}`).not.toBe(415);
    // A path whose last part is not what it should be leads nowhere.
    if (answer.status !== 404) expect(Object.keys(operation.responses), `${method} ${path}`).toContain(String(answer.status));
    if (answer.status >= 400) expect(problemSchema.parse(answer.json).status).toBe(answer.status);
  };

  it.each<[string, (arbitrary: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>]>([
    ['that fit', (arbitrary) => arbitrary],
    ['that nearly fit', nearlyFitting],
  ])('%s are answered as documented on every route, without a defect', { timeout: 180_000 }, async (_name, spoil) => {
    for (const route of routes.filter(({ operation }) => !apart.has(operation.operationId))) {
      if (route.operation.parameters === undefined && route.operation.requestBody === undefined) continue;
      await fc.assert(
        fc.asyncProperty(payloadsOf(route, spoil), async (given) => judge(route, await send(route, given))),
        { ...runs, endOnFailure: true },
      );
    }
    expect(failures).toEqual([]);
  });

  describe('mutations of every entity', () => {
    const patchOf = (entity: WritableEntity): fc.Arbitrary<unknown> => {
      const { id: _id, version: _version, updatedAt: _updatedAt, ...properties } = z.toJSONSchema(entitySchemas[entity], { unrepresentable: 'any' }).properties as Record<string, JsonSchema>;
      return fitting({ type: 'object', properties, required: Object.keys(properties) }, refer);
    };
    it.each(writableEntities)('%s: what is applied is what was asked, what is refused has written nothing', { timeout: 120_000 }, async (entity) => {
      const station = await Workstation.open(central);
      const customer = mutation('customer', null, customerPatch());
      const interaction = mutation('interaction', null, interactionPatch(station.agentId));
      await station.mutate(customer, interaction);
      const foreign = mutation('interaction', null, interactionPatch(admin.agentId, { note: 'of the administrator' }));
      await admin.mutateOne(foreign);
      let cursor = await admin.cursor();
      const known: Readonly<Record<string, string>> = { customerId: customer.entityId, interactionId: interaction.entityId, agentId: station.agentId };
      const patches = fc.tuple(fc.oneof(patchOf(entity), nearlyFitting(patchOf(entity))), fc.boolean(), fc.constantFrom(newId(), customer.entityId, interaction.entityId, foreign.entityId), fc.option(fc.nat({ max: 3 })));
      await fc.assert(
        fc.asyncProperty(patches, async ([made, linked, entityId, baseVersion]) => {
          const named = typeof made === 'object' && made !== null && linked ? Object.fromEntries(Object.entries(made).map(([field, value]) => [field, known[field] ?? (field.endsWith('Id') ? null : value)])) : made;
          const given = { id: newId(), entity, entityId, baseVersion, patch: named, at: '2026-01-05T09:00:00.000Z' };
          const sent: unknown = JSON.parse(JSON.stringify(given));
          const answer = await station.send('POST', '/v1/mutations', { mutations: [given] });
          // The parser of bodies refuses the names by which objects are poisoned, whatever the schema says.
          const poisoned = /"(__proto__|constructor)":/.test(JSON.stringify(given));
          expect(answer.status === 400 && poisoned ? 200 : answer.status).toBe(mutationSchema.safeParse(sent).success || (poisoned && answer.status === 400) ? 200 : 400);
          const result = answer.status === 200 ? mutationResultsSchema.parse(answer.json).results[0] : undefined;
          if (result?.status === 'applied') {
            const row = rowSchemaOf(entity).parse(result.row) as Record<string, unknown>;
            for (const [field, value] of Object.entries((given as Mutation).patch ?? {})) if (typeof value === 'string' && !/At$|^at$/.test(field)) expect(row[field]).toBe(value);
          } else {
            expect((await admin.changes(cursor)).changes).toEqual([]);
          }
          cursor = (await admin.changes(cursor)).cursor;
        }),
        { ...runs, endOnFailure: true },
      );
      expect(failures).toEqual([]);
      const kept = (await admin.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'interaction' && line.row['id'] === foreign.entityId ? [line.row] : []));
      expect(kept).toMatchObject([{ version: 1, note: 'of the administrator' }]);
    });
  });

  it('hostile names are kept as they are or refused, and come back as they were', async () => {
    for (const familyName of hostileTexts) {
      const created = mutation('customer', null, customerPatch({ familyName }));
      const result = await admin.mutateOne(created);
      if (result.status === 'applied') expect(result.row?.['familyName']).toBe(familyName);
      else expect([result.status, familyName.includes('\0') || !familyName.isWellFormed()]).toEqual(['rejected', true]);
    }
  });
});
