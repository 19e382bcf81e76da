import type { Voicemail } from '#shared/domain/presence.ts';

const most = 9_999;

/**
 * Reads `application/simple-message-summary` (RFC 3842 section 5.2). Without counts the first line still says whether anything
 * waits: one message then stands for some.
 * @returns null for what is none.
 */
export function readMessageSummary(text: string): Voicemail {
  const waiting = /^Messages-Waiting[ \t]*:[ \t]*(yes|no)[ \t]*$/im.exec(text)?.[1]?.toLowerCase();
  if (waiting === undefined) return null;
  const counts = /^Voice-Message[ \t]*:[ \t]*(\d{1,9})[ \t]*\/[ \t]*(\d{1,9})/im.exec(text);
  if (counts === null) return { newMessages: waiting === 'yes' ? 1 : 0, oldMessages: 0 };
  return { newMessages: Math.min(most, Number(counts[1])), oldMessages: Math.min(most, Number(counts[2])) };
}
