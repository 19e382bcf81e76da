import { handMail } from '../office/hand-mail.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** What leaves Balie for office software. */
export function officeHandlers({ office, session }: HandlerParts): HandlersOf<'office' | 'letter'> {
  return {
    'office.export': async (order) => ({ rows: await office.exports.export(order) }),
    'office.abbreviations': () => session.provisioning?.office.abbreviations ?? [],
    'office.print': async (order) => ({ done: await office.prints.print(order) }),
    'letter.list': ({ queueId }) => office.letters.list(queueId),
    'letter.preview': (order) => office.letters.preview(order),
    'letter.save': async (order) => ({ saved: await office.letters.save(order) }),
    'letter.mail': (mail) => office.letters.mail(mail),
    'letter.hand': (mail) => handMail(mail),
  };
}
