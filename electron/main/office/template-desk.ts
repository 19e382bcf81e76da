import { createHash } from 'node:crypto';
import path from 'node:path';
import { docxType, letterFileSchema } from '#shared/contract/letters.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { documentFaults, largestLetter, type DocumentFault } from '#shared/domain/letter-template.ts';
import { letterFieldKeys, type LetterFields } from '#shared/domain/letters.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { OfficeContract } from '#shared/ipc/office-list.ts';
import type { ChosenDocument } from '#shared/ipc/template-calls.ts';
import { CentralRefusal } from '../../settings/central-http.ts';
import type { CentralSession } from '../../settings/central-session.ts';
import { asRefusal, type RefusalWords } from '../ask-central.ts';
import type { OfficeLink, WhereTo } from './office-link.ts';
import { readAtMost } from './read-at-most.ts';
import { writeWhole } from './write-whole.ts';

export interface TemplateDeskOptions {
  readonly session: Pick<CentralSession, 'ask' | 'askFile'>;
  readonly office: OfficeLink;
  /** Asks the operator for a document; null when they cancelled. */
  readonly whichFile: () => Promise<string | null>;
  readonly whereTo: WhereTo;
}

/** How central's refusals of templates are told. */
export const letterWords: RefusalWords = { notAllowed: 'letter.not-allowed', otherwise: 'letter.state' };

/** A template that takes longer than this is no letter. */
const fillTimeoutMs = 15_000;
/** Each field says its own name. */
const asAsked = Object.fromEntries(letterFieldKeys.map((key) => [key, `{{${key}}}`])) as LetterFields;

/** Documents of letters on their way to central and back, for whoever writes templates. Paths stay here. */
export class TemplateDesk {
  readonly #options: TemplateDeskOptions;

  constructor(options: TemplateDeskOptions) {
    this.#options = options;
  }

  /** @returns null when the operator cancelled. @throws {BalieError} `letter.not-readable`, what central refuses with. */
  async choose(): Promise<ChosenDocument | null> {
    const file = await this.#options.whichFile();
    if (file === null) return null;
    const name = path.basename(file);
    const bytes = await read(file);
    if (bytes === null) return { outcome: 'refused', name, faults: [{ fault: 'too-large', about: null }] };
    try {
      const sent = await this.#options.session.ask({ method: 'POST', path: '/v1/letter-files', file: { type: docxType, bytes } }, letterFileSchema);
      return { outcome: 'sent', name, ...sent };
    } catch (thrown) {
      if (thrown instanceof CentralRefusal && thrown.problem === 'letter.invalid') return { outcome: 'refused', name, faults: thrown.faults.map(faultOf) };
      throw asRefusal(thrown, letterWords);
    }
  }

  /** @returns what can be read in a document; `{{field}}` stands where a field comes. */
  async read(sha256: string): Promise<string> {
    const { text } = await this.#filled(await this.#document(sha256), asAsked);
    return text;
  }

  /** @param fields null: the document as it is. @returns false when the operator cancelled. */
  async keep(sha256: string, name: string, fields: LetterFields | null): Promise<boolean> {
    const bytes = await this.#document(sha256);
    // Looked at before a word processor opens it, whoever sent it.
    const { document } = await this.#filled(bytes, fields ?? asAsked);
    const place = await this.#options.whereTo({ name, extension: 'docx' });
    if (place !== null) await writeWhole(place, fields === null ? bytes : document);
    return place !== null;
  }

  async #document(sha256: string): Promise<Uint8Array> {
    let bytes;
    try {
      bytes = await this.#options.session.askFile({ method: 'GET', path: `/v1/letter-files/${sha256}` }, largestLetter);
    } catch (thrown) {
      throw asRefusal(thrown, letterWords);
    }
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
    throw new BalieError('letter.template-invalid', 'not the bytes that were asked for', { details: { fault: 'damaged' } });
  }

  async #filled(template: Uint8Array, fields: LetterFields): Promise<CallOutput<OfficeContract, 'letter.fill'>> {
    return await this.#options.office((office) => office.call('letter.fill', { template, fields }, { timeoutMs: fillTimeoutMs }));
  }
}

async function read(file: string): Promise<Uint8Array | null> {
  try {
    return await readAtMost(file, largestLetter);
  } catch (thrown) {
    throw new BalieError('letter.not-readable', 'the file cannot be read', { cause: thrown });
  }
}

/** Centrals of before told it in a sentence only. */
function faultOf({ message, code, about }: CentralRefusal['faults'][number]): DocumentFault {
  const fault = documentFaults.find((each) => each === code);
  return fault === undefined ? { fault: 'other', about: message.slice(0, 200) } : { fault, about: about === undefined ? null : about.slice(0, 200) };
}
