import { MalformedFileError, TagDisposition, TemplateHandler, TemplateHandlerOptions, TemplateSyntaxError, TextPlugin } from 'easy-template-x';
import { zipSync } from 'fflate';
import { BalieError } from '../domain/errors.ts';
import { cellText } from '../domain/formula-safe.ts';
import { hasStrayBraces, letterFieldKeys, type LetterFieldKey, type LetterFields } from '../domain/letters.ts';
import { faulty } from './document-parts.ts';
import { inspectDocument } from './inspect.ts';

export interface FilledLetter {
  readonly document: Uint8Array;
  /** What can be read in it. */
  readonly text: string;
}

/** A template asks for fields that there are not: `details.field` is the first of them. */
export class UnknownFields extends BalieError {
  readonly fields: readonly string[];

  constructor(fields: readonly [string, ...string[]]) {
    super('letter.field-unknown', `the template asks for ${fields.join(', ')}`, { details: { field: fields[0] } });
    this.fields = fields;
  }
}

const isField = (name: string): name is LetterFieldKey => (letterFieldKeys as readonly string[]).includes(name);
const shown = (name: string): string => name.slice(0, 64);

/** @throws {UnknownFields} */
function fieldNamed(name: string): LetterFieldKey {
  if (!isField(name)) throw new UnknownFields([shown(name)]);
  return name;
}

/** Only text comes in: of the library's plugins no loop, picture, link, chart or raw XML is there. */
function handlerFor(fields: Partial<LetterFields>): TemplateHandler {
  return new TemplateHandler(
    new TemplateHandlerOptions({
      plugins: [new TextPlugin()],
      delimiters: { tagStart: '{{', tagEnd: '}}' },
      maxXmlDepth: 50,
      scopeDataResolver: ({ strPath }) => cellText(fields[fieldNamed(strPath.at(-1) ?? '')] ?? ''),
    }),
  );
}

/** Packed again from what was looked at: what a packer hides between the parts is in no letter. */
function packed(bytes: Uint8Array): ArrayBuffer {
  return zipSync({ ...inspectDocument(bytes) }, { level: 1, mtime: '1980-01-01T00:00:00' }).slice().buffer;
}

async function fieldsOf(handler: TemplateHandler, document: ArrayBuffer): Promise<LetterFieldKey[]> {
  const tags = await handler.parseTags(document);
  for (const { name, disposition } of tags) if (disposition !== TagDisposition.SelfClosed) throw faulty('fields', name);
  const names = [...new Set(tags.map(({ name }) => name))];
  // All of them at once: whoever made it mends it once.
  const [first, ...others] = names.filter((name) => !isField(name)).map(shown);
  if (first !== undefined) throw new UnknownFields([first, ...others.slice(0, 49)]);
  // The library leaves braces that never close as they are: the customer would read them.
  if (hasStrayBraces(await handler.getText(document))) throw faulty('fields', 'braces');
  return names.filter(isField).sort();
}

function asRefusal(thrown: unknown): BalieError {
  if (thrown instanceof BalieError) return thrown;
  if (thrown instanceof TemplateSyntaxError) return faulty('fields', thrown.message, thrown);
  return faulty('not-docx', thrown instanceof MalformedFileError ? thrown.message : 'document', thrown);
}

/**
 * Looks whether a DOCX document can be a template.
 *
 * @returns the fields that it asks for.
 * @throws {BalieError} `letter.field-unknown` (`details.field`), or `letter.template-invalid` (`details.fault`, `details.where`).
 */
export async function readDocxTemplate(bytes: Uint8Array): Promise<LetterFieldKey[]> {
  try {
    return await fieldsOf(handlerFor({}), packed(bytes));
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}

/**
 * Fills a DOCX template with text; nothing in it can do more than show a field.
 *
 * @throws {BalieError} like {@link readDocxTemplate}.
 */
export async function fillDocx(template: Uint8Array, fields: LetterFields): Promise<FilledLetter> {
  const handler = handlerFor(fields);
  try {
    const bytes = packed(template);
    await fieldsOf(handler, bytes);
    const document = await handler.process(bytes, {});
    return { document: new Uint8Array(document), text: await handler.getText(document) };
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}
