import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BalieError } from '#shared/domain/errors.ts';
import { fillText, letterTemplatesSchema, unknownFieldIn, variantOf, type LetterOrder, type LetterPreview, type LetterTemplate } from '#shared/domain/letters.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { OfficeLink, WhereTo } from './office-link.ts';

export interface LetterDeskOptions {
  /** Where `letters.json` and the templates it names lie. */
  readonly folder: string;
  readonly office: OfficeLink;
  readonly whereTo: WhereTo;
  readonly record: (input: CallInput<StoreControlContract, 'export.record'>) => Promise<unknown>;
  readonly logger: Logger;
}

/** A letter is some pages of text. */
const largestTemplate = 2_000_000;
/** A template that takes longer than this is no letter. */
const fillTimeoutMs = 15_000;

interface Filled extends LetterPreview {
  readonly document: Uint8Array | null;
  readonly title: string;
}

/** Letters and mails from the centre's templates. */
export class LetterDesk {
  readonly #options: LetterDeskOptions;

  constructor(options: LetterDeskOptions) {
    this.#options = options;
  }

  /** @returns the centre's templates; none where their list cannot be read, which is logged. */
  async list(): Promise<LetterTemplate[]> {
    const { folder, logger } = this.#options;
    try {
      return letterTemplatesSchema.parse(JSON.parse(await readFile(path.join(folder, 'letters.json'), 'utf8')));
    } catch (thrown) {
      logger.error({ err: thrown }, 'the list of letters cannot be read');
      return [];
    }
  }

  async preview(order: LetterOrder): Promise<LetterPreview> {
    const { subject, text } = await this.#fill(order);
    return { subject, text };
  }

  /** @returns false when the operator cancelled. */
  async save(order: LetterOrder): Promise<boolean> {
    const { document, title } = await this.#fill(order);
    if (document === null) throw new BalieError('letter.template-missing', 'a mail is not saved as a document');
    const place = await this.#options.whereTo({ name: `${title} ${order.fields.customerNumber}`, extension: 'docx' });
    if (place === null) return false;
    try {
      await writeFile(`${place}.part`, document, { mode: 0o600 });
      await this.#options.record({ list: 'letter', format: 'docx', rows: 1, customerId: order.customerId });
      await rename(`${place}.part`, place);
    } catch (thrown) {
      if (thrown instanceof BalieError) throw thrown;
      throw new BalieError('office.not-written', 'the letter could not be saved there', { cause: thrown });
    }
    return true;
  }

  async #fill({ key, language, register, fields }: LetterOrder): Promise<Filled> {
    const template = (await this.list()).find((candidate) => candidate.key === key);
    const missing = (): BalieError => new BalieError('letter.template-missing', `there is no ${key} in ${language}`, { details: { language } });
    if (template === undefined) throw missing();
    const title = template.title[language] ?? template.title.nl;
    if (template.kind === 'mail') {
      const variant = variantOf(template.variants, language, register);
      if (variant === undefined) throw missing();
      const unknown = unknownFieldIn(variant.subject + variant.body);
      if (unknown !== undefined) throw new BalieError('letter.field-unknown', `the template asks for ${unknown}`, { details: { field: unknown } });
      return { subject: fillText(variant.subject, fields), text: fillText(variant.body, fields), document: null, title };
    }
    const variant = variantOf(template.variants, language, register);
    if (variant === undefined) throw missing();
    const bytes = await this.#read(variant.file);
    const filled = await this.#options.office((office) => office.call('letter.fill', { template: bytes, fields }, { timeoutMs: fillTimeoutMs }));
    return { subject: null, ...filled, title };
  }

  async #read(file: string): Promise<Uint8Array> {
    const place = path.join(this.#options.folder, file);
    try {
      if ((await stat(place)).size > largestTemplate) throw new BalieError('letter.template-invalid', 'the template is too large');
      return new Uint8Array(await readFile(place));
    } catch (thrown) {
      if (thrown instanceof BalieError) throw thrown;
      throw new BalieError('letter.template-missing', `${file} cannot be read`, { cause: thrown });
    }
  }
}
