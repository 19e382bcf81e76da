import { BalieError } from '#shared/domain/errors.ts';

/** A row with a script of a hundred steps is far smaller; a longer line is no row of ours. */
const longestLine = 8 * 1024 * 1024;

/** Splits a stream of text into lines, without the newline; a last line without one is given too. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    let begin = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', begin)) {
      yield rest.slice(begin, end);
      begin = end + 1;
    }
    rest = rest.slice(begin);
    if (rest.length > longestLine) throw new BalieError('sync.protocol', 'a line of the stream is too long');
  }
  if (rest !== '') yield rest;
}
