import type { Language } from '#shared/domain/entities.ts';
import { BalieError, type ErrorCode, type ErrorDetails } from '#shared/domain/errors.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import { fillText, unknownFieldIn, variantOf, type LetterOrder, type LetterPreview } from '#shared/domain/letters.ts';
import type { CallInput, ParsedInput } from '#shared/ipc/contract.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { OfficeLink, WhereTo } from './office-link.ts';
import { writeWhole } from './write-whole.ts';

export interface LetterDeskOptions {
  /** Those that this device has from central. */
  readonly templates: () => Promise<readonly LetterTemplate[]>;
  /** A document by its hash; null while it has not come. */
  readonly file: (sha256: string) => Promise<Uint8Array | null>;
  readonly office: OfficeLink;
  readonly whereTo: WhereTo;
  readonly hand: (mail: ParsedInput<MainContract, 'letter.hand'>) => Promise<void>;
  readonly record: (input: CallInput<StoreControlContract, 'export.record'>) => Promise<unknown>;
}

/** A template that takes longer than this is no letter. */
const fillTimeoutMs = 15_000;

interface Filled extends LetterPreview {
  readonly document: Uint8Array | null;
  readonly title: string;
}

/** Letters and mails from the centre's templates, with or without the network. What leaves says from which edition of which template it was made. */
export class LetterDesk {
  readonly #options: LetterDeskOptions;

  constructor(options: LetterDeskOptions) {
    this.#options = options;
  }

  /** @param queueId of the conversation in hand; null outside of one. @returns the templates that count there, by title. */
  async list(queueId: string | null): Promise<LetterTemplate[]> {
    const templates = await this.#options.templates();
    const counts = ({ queueIds }: LetterTemplate): boolean => queueId === null || queueIds.length === 0 || queueIds.includes(queueId);
    return templates.filter(counts).sort((a, b) => a.title.nl.localeCompare(b.title.nl, 'nl'));
  }

  async preview(order: LetterOrder): Promise<LetterPreview> {
    const { subject, text } = await this.#fill(order);
    return { subject, text };
  }

  /** @returns false when the operator cancelled. */
  async save(order: LetterOrder): Promise<boolean> {
    const { document, title } = await this.#fill(order);
    if (document === null) throw new BalieError('letter.template-missing', 'a mail is not saved as a document', { details: { template: title } });
    const place = await this.#options.whereTo({ name: `${title} ${order.fields.customerNumber}`, extension: 'docx' });
    if (place !== null) await writeWhole(place, document, () => this.#record(order, 'docx'));
    return place !== null;
  }

  async mail({ order, how, to }: ParsedInput<MainContract, 'letter.mail'>): Promise<void> {
    const { subject, text, title } = await this.#fill(order);
    if (subject === null) throw new BalieError('letter.template-missing', 'a document is not sent as a mail', { details: { template: title } });
    await this.#record(order, 'mail');
    await this.#options.hand({ how, to, subject, text });
  }

  async #record({ templateId, edition, customerId }: LetterOrder, format: 'docx' | 'mail'): Promise<void> {
    await this.#options.record({ list: 'letter', format, rows: 1, customerId, templateId, templateEdition: edition });
  }

  async #fill({ templateId, edition, language, register, fields }: LetterOrder): Promise<Filled> {
    const template = (await this.#options.templates()).find(({ id }) => id === templateId);
    if (template === undefined) throw new BalieError('letter.template-missing', 'the centre has withdrawn this template', { details: { template: null } });
    const title = template.title[language] ?? template.title.nl;
    try {
      // What leaves is what was read.
      if (template.edition !== edition) throw refusal('letter.template-changed', { edition: template.edition });
      const variant = variantOf(template.variants, language, register);
      if (variant === undefined) throw refusal('letter.template-missing', { language });
      if ('sha256' in variant) return { subject: null, ...(await this.#document(variant.sha256, fields)), title };
      const unknown = unknownFieldIn(variant.subject + variant.body);
      if (unknown !== undefined) throw refusal('letter.field-unknown', { field: unknown });
      return { subject: fillText(variant.subject, fields), text: fillText(variant.body, fields), document: null, title };
    } catch (thrown) {
      throw namedAfter(thrown, template, language);
    }
  }

  async #document(sha256: string, fields: LetterOrder['fields']): Promise<{ readonly document: Uint8Array; readonly text: string }> {
    const template = await this.#options.file(sha256);
    if (template === null) throw refusal('letter.not-here', {});
    return await this.#options.office((office) => office.call('letter.fill', { template, fields }, { timeoutMs: fillTimeoutMs }));
  }
}

function refusal(code: ErrorCode, details: ErrorDetails): BalieError {
  return new BalieError(code, `no letter can be made: ${code}`, { details });
}

/** Whoever maintains the templates is told which one. */
function namedAfter(thrown: unknown, { title }: LetterTemplate, language: Language): unknown {
  if (!(thrown instanceof BalieError) || !thrown.code.startsWith('letter.')) return thrown;
  return new BalieError(thrown.code, thrown.message, { details: { ...thrown.details, template: title[language] ?? title.nl }, cause: thrown });
}
