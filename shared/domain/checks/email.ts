import { fault, type Fault } from './fault.ts';

/** @returns what is wrong with a mail address; null when it has the shape that nearly all have. Only a mail that arrives proves one. */
export function emailFault(text: string): Fault | null {
  if (/\s/.test(text)) return fault('email-space');
  const [name = '', domain, ...more] = text.split('@');
  if (domain === undefined) return fault('email-at');
  if (more.length > 0 || text.length > 254) return fault('email');
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('..') || /[,;:<>()[\]\\"]/.test(name)) return fault('email-name');
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u.test(domain) ? null : fault('email-domain', { domain });
}

export function isEmail(text: string): boolean {
  return emailFault(text) === null;
}
