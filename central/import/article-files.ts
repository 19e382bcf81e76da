import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { readCsv, type CsvFile } from './csv.ts';

/** Articles as they were written down, and where each line of the report is to be found. */
export interface ArticleFiles {
  readonly records: CsvFile;
  /** What stands for a line number: a file's name. */
  readonly placeOf: (line: number) => string;
}

/** What a file can say of a field: text, a list, a day, yes or no. Everything becomes what a CSV file would have. */
const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]);
const recordSchema = z.record(z.string().max(64), valueSchema);
const filesSchema = z.union([z.array(recordSchema), z.strictObject({ articles: z.array(recordSchema) }).transform(({ articles }) => articles)]);

/**
 * Reads articles: a folder of Markdown files with front matter (YAML between lines of three hyphens), a JSON file (a list of objects, or `articles`), or
 * a CSV file. A Markdown file without a `key` has that of its name, `levertermijnen.fr.md` also its language.
 *
 * @throws Problem 400 where it cannot be read as a whole.
 */
export function readArticleFiles(path: string): ArticleFiles {
  if (statSync(path).isDirectory()) return ofFolder(path);
  const text = readFileSync(path, 'utf8');
  const placeOf = (line: number): string => `line ${line}`;
  return extname(path).toLowerCase() === '.json' ? { records: ofJson(text), placeOf: (line) => `article ${line}` } : { records: readCsv(text), placeOf };
}

function ofJson(text: string): CsvFile {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Problem(400, 'invalid', 'This is not a JSON file.', { cause: error });
  }
  const parsed = filesSchema.safeParse(given);
  if (!parsed.success) throw new Problem(400, 'invalid', 'A JSON file of articles is a list of objects, or has one under "articles".', { cause: parsed.error });
  return asLines(parsed.data.map((record, index) => ({ line: index + 1, record })));
}

function ofFolder(folder: string): ArticleFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.toLowerCase().endsWith('.md')).sort();
  const read = names.map((name, index) => ({ line: index + 1, ...ofMarkdown(name, readFileSync(join(folder, name), 'utf8')) }));
  const broken = read.flatMap(({ line, reason }) => (reason === undefined ? [] : [{ line, reason }]));
  const { columns, lines } = asLines(read.flatMap(({ line, record }) => (record === undefined ? [] : [{ line, record }])));
  return { records: { columns, lines, broken }, placeOf: (line) => names[line - 1] ?? String(line) };
}

type FieldValues = z.infer<typeof recordSchema>;

function ofMarkdown(name: string, text: string): { readonly record?: FieldValues; readonly reason?: string } {
  const [, front, body = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined) return { reason: 'has no front matter between lines of three hyphens' };
  const [, key = '', language] = /^(.*?)(?:\.(nl|fr|de|en))?\.md$/i.exec(basename(name)) ?? [];
  const named = { key: key.toLowerCase(), ...(language === undefined ? {} : { language: language.toLowerCase() }) };
  try {
    // Days stay the text that they are; and no alias may make much out of little.
    const parsed = recordSchema.safeParse(parse(front, { schema: 'core', maxAliasCount: 0 }));
    return parsed.success ? { record: { ...named, ...parsed.data, body: body.trim() } } : { reason: 'has front matter of which a value is neither text nor a list of texts' };
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) return { reason: 'has front matter that is not YAML: a text with a colon stands between quotes' };
    throw error;
  }
}

/** A field that one record has and another has not says nothing of the other: it is not there, and not empty. */
function asLines(records: readonly { readonly line: number; readonly record: FieldValues }[]): CsvFile {
  const columns = [...new Set(['key', ...records.flatMap(({ record }) => Object.keys(record))])];
  const lines = records.map(({ line, record }) => ({ line, values: Object.fromEntries(Object.entries(record).map(([field, value]) => [field, asText(value)])) }));
  return { columns, lines, broken: [] };
}

function asText(value: z.infer<typeof valueSchema>): string {
  if (value === null) return '';
  return (Array.isArray(value) ? value.join('|') : String(value)).trim();
}
