import { scriptJsonSchema } from '#shared/domain/script/json-schema.ts';

/** As much of JSON Schema as the format of scripts uses. */
export interface FieldSchema {
  readonly type?: 'string' | 'boolean' | 'integer' | 'number' | 'null' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: FieldSchema | false;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The format of scripts: the forms are made from it, so that whatever it comes to know can be written here. */
export const scriptFormat = scriptJsonSchema() as FieldSchema;
export const stepFormat: FieldSchema = scriptFormat.properties?.['steps']?.items ?? {};

/** @returns the schema without null: `isNullable` says whether that was there. */
export function withoutNull(schema: FieldSchema): { readonly schema: FieldSchema; readonly isNullable: boolean } {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (schema.anyOf === undefined || others?.length !== 1 || others[0] === undefined) return { schema, isNullable: false };
  return { schema: { ...others[0], ...(schema.description === undefined ? {} : { description: schema.description }) }, isNullable: others.length < schema.anyOf.length };
}

/** @returns the least that fits, as far as there is such a thing: texts are still to be written. */
export function emptyValue(schema: FieldSchema): unknown {
  const plain = withoutNull(schema);
  if (plain.isNullable) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, emptyValue(schema.properties?.[name] ?? {})]));
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    default:
      return '';
  }
}
