import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import { sampleId } from './sample-data.ts';

const of = (number: number) => ({ id: sampleId(30, number), version: 1, updatedAt: '2026-11-02T08:00:00.000Z', queueIds: [], edition: 2, changedAt: '2026-11-02T08:00:00.000Z', withdrawn: false });
const spoken = { language: 'nl', register: 'formal' } as const;

/** The centre's letter and mail, as a device has them. */
export const sampleLetter: LetterTemplate = { ...of(1), key: 'bevestiging', kind: 'letter', title: { nl: 'Bevestiging van ons gesprek' }, variants: [{ ...spoken, sha256: 'a'.repeat(64), bytes: 1382 }] };
export const sampleMail: LetterTemplate = { ...of(2), key: 'opvolging', kind: 'mail', title: { nl: 'Opvolging van uw vraag (e-mail)' }, variants: [{ ...spoken, subject: 'Uw vraag', body: '{{greeting}},' }] };
