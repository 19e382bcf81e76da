/** More seconds than a timer of Node can wait for: it would run at once. */
const mostSeconds = 2_000_000;

/**
 * What RFC 3261 allows and JsSIP 3.13.8 takes amiss: it refuses an offer whose type has a parameter (section 20.15), and lets a call
 * that may wait for longer than twenty-four days (section 20.19) ring for a millisecond.
 */
export function mended(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return text;
  const head = text
    .slice(0, end)
    .replace(/^((?:content-type|c)[ \t]*:[ \t]*application\/sdp)[ \t]*;[^\r\n]*/im, '$1')
    .replace(/^(expires[ \t]*:[ \t]*)(\d+)/im, (_line, name: string, seconds: string) => name + String(Math.min(mostSeconds, Number(seconds))));
  return head + text.slice(end);
}
