/**
 * What a spreadsheet may take for the beginning of a formula when it opens a file of plain text (OWASP, CSV Injection): also behind
 * blanks, and in the wide forms that Japanese and Chinese keyboards type.
 */
const formulaStart = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * @returns the text as every spreadsheet shows it and none computes it: behind an apostrophe where it could be a formula. For files
 *   without types (CSV) only: in the others a cell says that it is text.
 */
export function formulaSafe(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Excel's limit of a cell; the others take more. */
const longestCell = 32_767;

/** @returns the text without what XML 1.0 and spreadsheets cannot hold, and no longer than a cell may be. */
export function cellText(text: string): string {
  // Tab, line feed and carriage return stay.
  const clean = text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '');
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1).toWellFormed()}…` : clean;
}
