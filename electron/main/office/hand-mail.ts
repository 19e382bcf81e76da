import { clipboard, shell } from 'electron';
import { BalieError } from '#shared/domain/errors.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';

/** What every system's mail program still takes as an address; a longer text goes by the clipboard. */
const longestLink = 2000;

/**
 * @returns a mailto address (RFC 6068). Whatever comes from a file is encoded: a value adds no recipient and no header.
 */
export function mailLink({ to, subject, text }: { readonly to: string; readonly subject: string; readonly text: string }): string {
  // Lines end in CRLF there (RFC 6068 section 5); the @ of the address may stand.
  const address = encodeURIComponent(to).replaceAll('%40', '@');
  return `mailto:${address}?subject=${encodeURIComponent(subject.replaceAll(/[\r\n]+/g, ' '))}&body=${encodeURIComponent(text.replaceAll(/\r?\n/g, '\r\n'))}`;
}

/** Hands a mail on. Balie sends none: the operator reads it where it is sent from. */
export async function handMail({ how, ...mail }: ParsedInput<MainContract, 'letter.hand'>): Promise<void> {
  const link = mailLink(mail);
  if (how === 'clipboard' || link.length > longestLink) await clipboard.writeText(mail.text);
  if (how === 'clipboard') return;
  try {
    await shell.openExternal(link.length > longestLink ? mailLink({ ...mail, text: '' }) : link);
  } catch (thrown) {
    throw new BalieError('office.failed', 'there is no mail program', { cause: thrown });
  }
}
