import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scriptSchema } from './script.ts';
import { shapeOf } from './shape.ts';

const folder = new URL('../../../resources/scripts/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => readFileSync(new URL(name, folder), 'utf8'));

type Parent = Record<string | number, unknown>;

/** Every place of a document: what holds it, and under which name. */
function placesIn(value: unknown, found: [Parent, string | number][] = []): [Parent, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  const parent = value as Parent;
  for (const name of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([parent, name]);
    placesIn(parent[name], found);
  }
  return found;
}

const wrong = fc.oneof(fc.constantFrom(null, '', 0, -1, true, [], {}, 'x'.repeat(5000), 'Geen Sleutel', '__proto__'), fc.jsonValue({ maxDepth: 3 }));
const strokes = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.record({ put: wrong }), fc.constant('remove' as const), fc.record({ beside: fc.tuple(fc.constantFrom('colour', '__proto__', 'constructor', 'when', 'key', 'any'), wrong) }))), { maxLength: 3 });

it('reads whatever is written as the format says, to the last property', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), strokes, (text, changes) => {
      const input: unknown = JSON.parse(text);
      for (const [where, change] of changes) {
        const places = placesIn(input);
        const [parent, name] = places[where % places.length]!;
        if (change === 'remove') delete parent[name];
        else if ('put' in change) parent[name] = change.put;
        else Object.defineProperty(parent, change.beside[0], { value: change.beside[1], enumerable: true, configurable: true, writable: true });
      }
      const plain = scriptSchema.safeParse(input);
      const { fits, script, findings } = shapeOf(input);
      expect(fits).toBe(plain.success);
      if (plain.success) expect(script).toEqual(plain.data);
      else expect(findings).toHaveLength(plain.error.issues.length);
    }),
    { numRuns: 300 },
  );
});
