import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LetterFields, LetterOrder } from '#shared/domain/letters.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connect } from '#shared/ipc/client.ts';
import { officeContract } from '#shared/ipc/office-list.ts';
import { serve } from '#shared/ipc/server.ts';
import { MessageChannel } from 'node:worker_threads';
import { LetterDesk } from '../../../electron/main/office/letter-desk.ts';
import { officeHandlers } from '../../../electron/office/office-handlers.ts';
import { messagePort } from '../../../electron/store/ports.ts';

const fields: LetterFields = {
  ...{ date: '28 november 2026', greeting: 'Geachte mevrouw <De> & Smet', salutation: 'mevrouw', givenName: 'An', familyName: 'De Smet', name: 'An De Smet', organisationName: '' },
  ...{ customerNumber: 'BE-204512', street: 'Coupure Links 48', postcode: '9000', town: 'Gent', email: 'an@voorbeeld.be', phone: '+32 9 225 41 07', operator: 'Lotte' },
  ...{ organisation: 'Wijnhuis De Linde', contactDate: '12 september 2026', outcome: '', sentence: 'Levering op donderdag.\nNa 14 u.\u0008</w:t>' },
};
const customerId = '01890000-0000-7000-8000-000000000001';
const order: LetterOrder = { key: 'bevestiging-gesprek', language: 'nl', register: 'formal', fields, customerId };

interface Written {
  readonly what: unknown;
}

function desk(folder = join(import.meta.dirname, '../../../resources/letters')) {
  const place = mkdtempSync(join(tmpdir(), 'balie-letters-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const recorded: Written[] = [];
  const letters = new LetterDesk({
    folder,
    whereTo: async ({ name, extension }) => join(place, `${name}.${extension}`),
    record: async (what) => recorded.push({ what }),
    office: async (work) => {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port1.close());
      serve(officeContract, officeHandlers(), silentLogger).attach(messagePort(port1, () => undefined));
      return work(connect(officeContract, messagePort(port2, () => undefined)));
    },
    logger: silentLogger,
  });
  return { letters, place, recorded };
}

/** A centre with one template of one line. */
function centreWith(line: string, change: (files: Record<string, Uint8Array>) => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'balie-templates-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = unzipSync(readFileSync(join(import.meta.dirname, '../../../resources/letters/bevestiging-gesprek.nl.u.docx')));
  files['word/document.xml'] = strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`);
  change(files);
  writeFileSync(join(folder, 'een.docx'), zipSync(files));
  writeFileSync(join(folder, 'letters.json'), JSON.stringify([{ kind: 'letter', key: 'bevestiging-gesprek', title: { nl: 'Een' }, variants: [{ language: 'nl', register: 'formal', file: 'een.docx' }] }]));
  return folder;
}

describe('a letter from a template', () => {
  it('holds the fields of the file as text, in the language and register that were chosen', async () => {
    const { letters, place, recorded } = desk();
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
    expect(recorded).toEqual([{ what: { list: 'letter', format: 'docx', rows: 1, customerId } }]);
  });

  it('names the field that it does not know, also those that every object has', async () => {
    for (const field of ['iban', 'constructor', '__proto__', 'toString']) {
      const { letters } = desk(centreWith(`Beste {{${field}}}`));
      await expect(letters.preview(order)).rejects.toMatchObject({ code: 'letter.field-unknown', details: { field } });
    }
  });

  it('does nothing but show fields: no loop, no path, no link to another document is followed', async () => {
    for (const line of ['{{#name}}x{{/name}}', '{{name.constructor}}', '{{this.process.exit()}}']) {
      await expect(desk(centreWith(line)).letters.preview(order), line).rejects.toMatchObject({ code: expect.stringMatching(/^letter\.(field-unknown|template-invalid)$/) });
    }
    const withEntity = centreWith('', (files) => {
      files['word/document.xml'] = strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;{{name}}</w:t></w:r></w:p></w:body></w:document>');
    });
    const answer = await desk(withEntity)
      .letters.preview(order)
      .catch((error: unknown) => error);
    expect(JSON.stringify(answer)).not.toContain('root:');
  });

  it('that is no document, or not there in a language, is said so', async () => {
    const folder = centreWith('x');
    writeFileSync(join(folder, 'een.docx'), 'no document');
    await expect(desk(folder).letters.preview(order)).rejects.toMatchObject({ code: 'letter.template-invalid' });
    writeFileSync(join(folder, 'een.docx'), Buffer.alloc(2_000_001));
    await expect(desk(folder).letters.preview(order)).rejects.toMatchObject({ code: 'letter.template-invalid' });
    await expect(desk(folder).letters.preview({ ...order, language: 'de' })).rejects.toMatchObject({ code: 'letter.template-missing' });
    await expect(desk().letters.preview({ ...order, key: 'bestaat-niet' })).rejects.toMatchObject({ code: 'letter.template-missing' });
  });

  it('is a mail where the template is one: a text with its subject', async () => {
    const mail = await desk().letters.preview({ ...order, key: 'opvolging' });
    expect(mail.subject).toBe('Uw vraag van 12 september 2026 (BE-204512)');
    expect(mail.text).toContain('Wij noteerden: Levering op donderdag.');
  });

  it('every template of the practice centre can be filled', async () => {
    const { letters } = desk();
    for (const template of await letters.list()) {
      for (const { language, register } of template.variants) expect((await letters.preview({ ...order, key: template.key, language, register })).text).toContain('Lotte');
    }
  });
});
