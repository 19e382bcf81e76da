import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { FaultPlace } from '#shared/contract/problem.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { largestLetter } from '#shared/domain/letter-template.ts';
import { letterFieldKeys, type LetterFields } from '#shared/domain/letters.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connect } from '#shared/ipc/client.ts';
import { officeContract } from '#shared/ipc/office-list.ts';
import { serve } from '#shared/ipc/server.ts';
import { TemplateDesk } from '../../../electron/main/office/template-desk.ts';
import { officeHandlers } from '../../../electron/office/office-handlers.ts';
import { CentralRefusal, type Request } from '../../../electron/settings/central-http.ts';
import { messagePort } from '../../../electron/store/ports.ts';
import { docx, hashOf, lineOf, words } from '../../fixtures/letters.ts';

const fields = Object.fromEntries(letterFieldKeys.map((key) => [key, `<${key}>`])) as LetterFields;

/** A desk at a central that has these documents, and answers what it is sent with `faults`, or takes it. */
function desk(documents: readonly Uint8Array[] = [], faults: readonly FaultPlace[] | 'offline' = []) {
  const place = mkdtempSync(join(tmpdir(), 'balie-templates-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const sent: Uint8Array[] = [];
  const served = new Map(documents.map((bytes) => [hashOf(bytes), bytes]));
  let file: string | null = join(place, 'Brief.docx');
  const templates = new TemplateDesk({
    session: {
      async ask<T extends z.ZodType>(request: Request, answer: T): Promise<z.output<T>> {
        if (faults === 'offline') throw new BalieError('session.unreachable', 'central cannot be reached');
        if (faults.length > 0) throw new CentralRefusal(400, 'letter.invalid', 'internal', faults);
        sent.push(request.file!.bytes);
        return await Promise.resolve(answer.parse({ sha256: hashOf(request.file!.bytes), bytes: request.file!.bytes.byteLength, fields: ['greeting'] }));
      },
      async askFile({ path }) {
        const found = served.get(path.split('/').at(-1) ?? '');
        if (found === undefined) throw new CentralRefusal(404, 'not-found', 'internal');
        return await Promise.resolve(found);
      },
    },
    whichFile: async () => await Promise.resolve(file),
    whereTo: async ({ name, extension }) => await Promise.resolve(name === '' ? null : join(place, `${name}.${extension}`)),
    office: async (work) => {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port1.close());
      serve(officeContract, officeHandlers(), silentLogger).attach(messagePort(port1, () => undefined));
      return await work(connect(officeContract, messagePort(port2, () => undefined)));
    },
  });
  const offer = async (bytes: Uint8Array) => {
    writeFileSync(join(place, 'Brief.docx'), bytes);
    return await templates.choose();
  };
  return { templates, place, sent, served, offer, point: (at: string | null) => void (file = at) };
}

it('a document that somebody points at goes to central, and is told by its name without its folder', async () => {
  const { templates, offer, sent, point } = desk();
  const bytes = docx();
  expect(await offer(bytes)).toEqual({ outcome: 'sent', name: 'Brief.docx', sha256: hashOf(bytes), bytes: bytes.byteLength, fields: ['greeting'] });
  expect(sent.map((each) => hashOf(each))).toEqual([hashOf(bytes)]);
  point(null);
  expect(await templates.choose()).toBeNull();
  point('/nowhere/brief.docx');
  await expect(templates.choose()).rejects.toMatchObject({ code: 'letter.not-readable' });
});

it('what central says of a document is told fault by fault, in its sentence where the word is not known; without central nothing is', async () => {
  const refused = desk([], [
    { path: '/', message: 'asks for a field that does not exist: iban', code: 'field-unknown', about: 'iban' },
    { path: '/', message: 'has macros or controls (word/vbaProject.bin)', code: 'macros', about: 'word/vbaProject.bin' },
    { path: '/', message: 'is written on paper' },
  ]);
  expect(await refused.offer(docx())).toEqual({
    outcome: 'refused',
    name: 'Brief.docx',
    faults: [{ fault: 'field-unknown', about: 'iban' }, { fault: 'macros', about: 'word/vbaProject.bin' }, { fault: 'other', about: 'is written on paper' }],
  });
  await expect(desk([], 'offline').offer(docx())).rejects.toMatchObject({ code: 'session.unreachable' });
});

it('what is larger than a letter is not even read, and not sent', async () => {
  const { offer, sent, point, templates, place } = desk();
  expect(await offer(new Uint8Array(largestLetter + 1))).toEqual({ outcome: 'refused', name: 'Brief.docx', faults: [{ fault: 'too-large', about: null }] });
  point(place);
  expect(await templates.choose()).toMatchObject({ outcome: 'refused' });
  expect(sent).toEqual([]);
});

it('a document of central is read with its fields where they come, and saved as it is or as a letter would be', async () => {
  const bytes = docx({ body: lineOf(words('{{greeting}}, van {{operator}}')) });
  const { templates, place } = desk([bytes]);
  expect(await templates.read(hashOf(bytes))).toContain('{{greeting}}, van {{operator}}');
  expect(await templates.keep(hashOf(bytes), 'Sjabloon', null)).toBe(true);
  expect(hashOf(readFileSync(join(place, 'Sjabloon.docx')))).toBe(hashOf(bytes));
  expect(await templates.keep(hashOf(bytes), 'Voorbeeld', fields)).toBe(true);
  expect(strFromU8(unzipSync(readFileSync(join(place, 'Voorbeeld.docx')))['word/document.xml']!).replaceAll(/<[^>]*>/g, '')).toContain('&lt;greeting&gt;, van &lt;operator&gt;');
  expect(await templates.keep(hashOf(bytes), '', null)).toBe(false);
  await expect(templates.read('0'.repeat(64))).rejects.toMatchObject({ code: 'letter.state' });
});

it('no word processor is given what is not what was asked for, or what no letter may have', async () => {
  const [good, harmful] = [docx(), docx({ parts: { 'word/vbaProject.bin': new Uint8Array(3) } })];
  const { templates, place, served } = desk([harmful]);
  served.set(hashOf(good), harmful);
  await expect(templates.keep(hashOf(good), 'Sjabloon', null)).rejects.toMatchObject({ code: 'letter.template-invalid', details: { fault: 'damaged' } });
  await expect(templates.keep(hashOf(harmful), 'Sjabloon', null)).rejects.toMatchObject({ code: 'letter.template-invalid', details: { fault: 'macros' } });
  expect(readdirSync(place)).toEqual([]);
});
