import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { LetterFields, LetterOrder } from '#shared/domain/letters.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connect } from '#shared/ipc/client.ts';
import { officeContract } from '#shared/ipc/office-list.ts';
import { serve } from '#shared/ipc/server.ts';
import { MessageChannel } from 'node:worker_threads';
import { readLetterFolder } from '../../../central/letters/letter-folder.ts';
import { LetterDesk } from '../../../electron/main/office/letter-desk.ts';
import { officeHandlers } from '../../../electron/office/office-handlers.ts';
import { messagePort } from '../../../electron/store/ports.ts';
import { docx, hashOf, letterRow, lineOf, relation, words } from '../../fixtures/letters.ts';

const fields: LetterFields = {
  ...{ date: '28 november 2026', greeting: 'Geachte mevrouw <De> & Smet', salutation: 'mevrouw', givenName: 'An', familyName: 'De Smet', name: 'An De Smet', organisationName: '' },
  ...{ customerNumber: 'BE-204512', street: 'Coupure Links 48', postcode: '9000', town: 'Gent', email: 'an@voorbeeld.be', phone: '+32 9 225 41 07', operator: 'Lotte' },
  ...{ organisation: 'Wijnhuis De Linde', contactDate: '12 september 2026', outcome: '', sentence: 'Levering op donderdag.\nNa 14 u.\u0008</w:t>' },
};
const customerId = '01890000-0000-7000-8000-000000000001';

interface Centre {
  readonly templates: readonly LetterTemplate[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The practice centre's templates, as a device has them. */
function practice(): Centre {
  const { templates, document } = readLetterFolder(join(import.meta.dirname, '../../../practice/sample/letters'));
  const files = new Map<string, Uint8Array>();
  const kept = (file: string) => {
    const bytes = document(file);
    files.set(hashOf(bytes), bytes);
    return { sha256: hashOf(bytes), bytes: bytes.byteLength };
  };
  const rows = templates.map(({ key, kind, title, variants }) => {
    const told = variants.map((variant) => ('file' in variant ? { language: variant.language, register: variant.register, ...kept(variant.file) } : variant));
    return letterRow({ key, kind, title, variants: told }).row;
  });
  return { templates: rows, files };
}

/** A centre with one template. */
function centreWith(bytes: Uint8Array): Centre {
  const { row, sha256 } = letterRow({ key: 'bevestiging-gesprek' }, bytes);
  return { templates: [row], files: new Map([[sha256, bytes]]) };
}

function desk({ templates, files }: Centre = practice()) {
  const place = mkdtempSync(join(tmpdir(), 'balie-letters-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const recorded: unknown[] = [];
  const handed: unknown[] = [];
  const letters = new LetterDesk({
    templates: async () => templates,
    file: async (sha256) => files.get(sha256) ?? null,
    whereTo: async ({ name, extension }) => join(place, `${name}.${extension}`),
    hand: async (mail) => void handed.push(mail),
    record: async (what) => recorded.push(what),
    office: async (work) => {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port1.close());
      serve(officeContract, officeHandlers(), silentLogger).attach(messagePort(port1, () => undefined));
      return work(connect(officeContract, messagePort(port2, () => undefined)));
    },
  });
  const orderOf = (key: string, change: Partial<LetterOrder> = {}): LetterOrder => {
    const { id, edition } = templates.find((template) => template.key === key)!;
    return { templateId: id, edition, language: 'nl', register: 'formal', fields, customerId, ...change };
  };
  return { letters, place, recorded, handed, orderOf, order: orderOf('bevestiging-gesprek') };
}

describe('a letter from a template', () => {
  it('holds the fields of the file as text, in the language and register that were chosen; what left says from which edition', async () => {
    const { letters, place, recorded, order } = desk();
    const { text } = await letters.preview(order);
    expect(text).toContain('Geachte mevrouw <De> & Smet,');
    expect(text).toContain('sprak u met Lotte van Wijnhuis De Linde');
    expect(text).not.toContain('{{');
    expect((await letters.preview({ ...order, register: 'informal' })).text).toContain('sprak je met Lotte');
    expect((await letters.preview({ ...order, language: 'fr', register: 'informal' })).text).toContain('vous vous êtes entretenu');
    expect(await letters.save(order)).toBe(true);
    const saved = unzipSync(readFileSync(join(place, 'Bevestiging van ons gesprek BE-204512.docx')));
    const xml = strFromU8(saved['word/document.xml']!);
    expect(xml).toContain('Geachte mevrouw &lt;De&gt; &amp; Smet');
    expect(xml).toContain('&lt;/w:t&gt;');
    expect(recorded).toEqual([{ list: 'letter', format: 'docx', rows: 1, customerId, templateId: order.templateId, templateEdition: 1 }]);
  });

  it('that is not what it should be is named, with what is wrong', async () => {
    const details = { template: 'Bevestiging' };
    const hostile = desk(centreWith(docx({ body: lineOf(words('{{iban}}')) })));
    await expect(hostile.letters.preview(hostile.order)).rejects.toMatchObject({ code: 'letter.field-unknown', details: { ...details, field: 'iban' } });
    const fetching = desk(centreWith(docx({ relations: relation('image', 'http://evil.example/a.png', 'External') })));
    await expect(fetching.letters.save(fetching.order)).rejects.toMatchObject({ code: 'letter.template-invalid', details: { ...details, fault: 'external' } });
    expect(fetching.recorded).toEqual([]);
    const damaged = desk(centreWith(strToU8('no document')));
    await expect(damaged.letters.preview(damaged.order)).rejects.toMatchObject({ code: 'letter.template-invalid', details: { ...details, fault: 'not-docx' } });
  });

  it('whose document has not come, or that is another edition than was read, is said so', async () => {
    const centre = centreWith(docx());
    const early = desk({ ...centre, files: new Map() });
    await expect(early.letters.preview(early.order)).rejects.toMatchObject({ code: 'letter.not-here', details: { template: 'Bevestiging' } });
    const { letters, order, recorded } = desk(centre);
    await expect(letters.save({ ...order, edition: 2 })).rejects.toMatchObject({ code: 'letter.template-changed', details: { edition: 1 } });
    await expect(letters.preview({ ...order, language: 'de' })).rejects.toMatchObject({ code: 'letter.template-missing', details: { language: 'de' } });
    await expect(letters.preview({ ...order, templateId: customerId })).rejects.toMatchObject({ code: 'letter.template-missing' });
    expect(recorded).toEqual([]);
  });

  it('is a mail where the template is one: a text with its subject, handed on and written down', async () => {
    const { letters, handed, recorded, orderOf } = desk();
    const order = orderOf('opvolging');
    const mail = await letters.preview(order);
    expect(mail.subject).toBe('Uw vraag van 12 september 2026 (BE-204512)');
    expect(mail.text).toContain('Wij noteerden: Levering op donderdag.');
    await letters.mail({ order, how: 'clipboard', to: 'an@voorbeeld.be' });
    expect(handed).toEqual([{ how: 'clipboard', to: 'an@voorbeeld.be', subject: mail.subject, text: mail.text }]);
    expect(recorded).toEqual([{ list: 'letter', format: 'mail', rows: 1, customerId, templateId: order.templateId, templateEdition: 1 }]);
    await expect(letters.save(order)).rejects.toMatchObject({ code: 'letter.template-missing' });
  });

  it('counts in the conversations of its queues, and outside of any', async () => {
    const [queue, other] = [newId(), newId()];
    const { letters } = desk({ templates: [letterRow({ key: 'bevestiging-gesprek', queueIds: [queue] }).row, letterRow({ key: 'alle' }).row], files: new Map() });
    const keys = async (queueId: string | null): Promise<string[]> => (await letters.list(queueId)).map(({ key }) => key).sort();
    expect([await keys(queue), await keys(other), await keys(null)]).toEqual([['alle', 'bevestiging-gesprek'], ['alle'], ['alle', 'bevestiging-gesprek']]);
  });

  it('every template of the practice centre can be filled', async () => {
    const centre = practice();
    const { letters, orderOf } = desk(centre);
    for (const { key, variants } of centre.templates) {
      for (const { language, register } of variants) expect((await letters.preview(orderOf(key, { language, register }))).text).toContain('Lotte');
    }
  });
});
