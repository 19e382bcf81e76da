import { expect, test, vi } from 'vitest';
import { mailLink } from './hand-mail.ts';

vi.mock('electron', () => ({ clipboard: {}, shell: {} }));

test('a mail link holds the text as it is, and no value adds a recipient or a header', () => {
  const link = new URL(mailLink({ to: 'jan&bcc=x@example.be', subject: 'Vraag\r\nBcc: een@ander.be', text: 'Regel 1\nEuro & <b>&cc=ander@example.be' }));
  expect(decodeURIComponent(link.pathname)).toBe('jan&bcc=x@example.be');
  expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(link.searchParams.get('subject')).toBe('Vraag Bcc: een@ander.be');
  expect(link.searchParams.get('body')).toBe('Regel 1\r\nEuro & <b>&cc=ander@example.be');
});
