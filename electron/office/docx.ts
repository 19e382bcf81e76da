import { MalformedFileError, MissingCloseDelimiterError, MissingStartDelimiterError, TemplateHandler, TemplateHandlerOptions, TemplateSyntaxError, TagDisposition, TextPlugin, UnclosedTagError, UnidentifiedFileTypeError, UnknownContentTypeError, UnopenedTagError, UnsupportedFileTypeError } from 'easy-template-x';
import { cellText } from '#shared/domain/formula-safe.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { LetterFields } from '#shared/domain/letters.ts';

const faults = [MalformedFileError, MissingCloseDelimiterError, MissingStartDelimiterError, TemplateSyntaxError, UnclosedTagError, UnidentifiedFileTypeError, UnknownContentTypeError, UnopenedTagError, UnsupportedFileTypeError];

export interface FilledLetter {
  readonly document: Uint8Array;
  /** What can be read in it. */
  readonly text: string;
}

/** @throws {BalieError} `letter.field-unknown` with the field's name. */
function valueOf(path: readonly string[], fields: LetterFields): string {
  const key = path.at(-1) ?? '';
  if (!Object.hasOwn(fields, key)) throw new BalieError('letter.field-unknown', `the template asks for ${key.slice(0, 64)}`, { details: { field: key.slice(0, 64) } });
  return cellText(fields[key as keyof LetterFields]);
}

/**
 * Fills a DOCX template. Only text comes in: of the library's plugins no loop, picture, link, chart or raw XML is there, so
 * that nothing in a template can do more than show a field.
 *
 * @throws {BalieError} `letter.field-unknown`, or `letter.template-invalid` with why.
 */
export async function fillDocx(template: Uint8Array, fields: LetterFields): Promise<FilledLetter> {
  const options = new TemplateHandlerOptions({
    plugins: [new TextPlugin()],
    delimiters: { tagStart: '{{', tagEnd: '}}' },
    maxXmlDepth: 50,
    scopeDataResolver: ({ strPath }) => valueOf(strPath, fields),
  });
  const handler = new TemplateHandler(options);
  try {
    // The library asks for the very class that it loads; a view on foreign memory is copied.
    const bytes = Buffer.from(template);
    for (const { name, disposition } of await handler.parseTags(bytes)) {
      if (disposition !== TagDisposition.SelfClosed) throw new BalieError('letter.template-invalid', `the template has more than fields: ${name.slice(0, 64)}`);
      valueOf([name], fields);
    }
    const document = await handler.process(bytes, {});
    return { document: new Uint8Array(document), text: await handler.getText(document) };
  } catch (thrown) {
    if (thrown instanceof BalieError) throw thrown;
    const known = faults.some((fault) => thrown instanceof fault);
    throw new BalieError('letter.template-invalid', known && thrown instanceof Error ? thrown.message.slice(0, 200) : 'the template cannot be read', { cause: thrown });
  }
}
