/**
 * @returns Markdown as running text, on one line: for a snippet, and to be copied. Marks for emphasis, headings, lists, tables and links go; words
 *   and the order in which they stand stay.
 */
export function plainText(markdown: string): string {
  return (
    markdown
      // The line between the head of a table and its rows.
      .replaceAll(/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/gm, '')
      .replaceAll(/^[ \t]{0,8}(?:#{1,6}|[-*+>]|\d{1,9}[.)])[ \t]+/gm, '')
      .replaceAll(/\[([^\][]{1,500})\]\([^()\s]{0,2000}\)/g, '$1')
      .replaceAll(/\*\*|__|`|~~/g, '')
      .replaceAll(/(?<=^|[\s(])[*_](?=\S)|(?<=\S)[*_](?=$|[\s).,;:!?])/gm, '')
      .replaceAll(/^[ \t]*\|[ \t]*/gm, '')
      .replaceAll(/[ \t]*\|[ \t]*/g, ' · ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[ ·]+|[ ·]+$/g, '')
  );
}
