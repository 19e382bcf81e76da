const types = new Set(['v', 'o', 's', 'i', 'u', 'e', 'p', 'c', 'b', 't', 'r', 'z', 'k', 'a', 'm']);

/**
 * Whether this is a session description (RFC 8866) with sound in it, as far as can be told without the audio window: what is
 * none would ring, and fail once it is answered.
 */
export function readableOffer(sdp: string): boolean {
  const lines = sdp.split(/\r\n|\n|\r/).filter((line) => line !== '');
  if (lines[0] !== 'v=0' || !lines.every((line) => line[1] === '=' && types.has(line[0] ?? ''))) return false;
  if (!['o=', 's=', 't='].every((type) => lines.some((line) => line.startsWith(type)))) return false;
  return lines.some((line) => /^m=audio \d{1,5}(\/\d+)? [A-Z/]+( \S+)+$/i.test(line) && !/^m=audio 0[ /]/.test(line));
}
