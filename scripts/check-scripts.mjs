import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findingText } from '../shared/domain/script/finding-words.ts';
import { pointerOf } from '../shared/domain/script/finding.ts';
import { findingsOf } from '../shared/domain/script/parse.ts';
import { languageSchema } from '../shared/domain/language.ts';

const help = `npm run -s scripts:check -- FILE... [--strict] [--language=nl|fr|de|en]

Checks call scripts as Balie does before it takes one, one finding a line:
  FILE:POINTER: fault|advice CODE: what is wrong

Ends with 0 where no operator can be stuck; 1 where there are faults, or advice with --strict; 2 where a file cannot be read.
`;

/** @returns the lines on a file, and how it should end. */
function check(file, language, strict) {
  let document;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { lines: [`${file}: ${error instanceof Error ? error.message : String(error)}`], code: 2 };
  }
  const findings = findingsOf(document);
  const lines = findings.map((finding) => `${file}:${pointerOf(finding.path) || '/'}: ${finding.level} ${finding.code}: ${findingText(finding, language)}`);
  return { lines, code: findings.some(({ level }) => strict || level === 'fault') ? 1 : 0 };
}

function run() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { strict: { type: 'boolean', default: false }, language: { type: 'string', default: 'en' }, help: { type: 'boolean', default: false } } });
  const language = languageSchema.safeParse(values.language);
  if (values.help || positionals.length === 0 || !language.success) {
    process.stdout.write(help);
    return values.help ? 0 : 2;
  }
  const results = positionals.map((file) => check(file, language.data, values.strict));
  for (const line of results.flatMap(({ lines }) => lines)) process.stdout.write(`${line}\n`);
  return Math.max(...results.map(({ code }) => code));
}

try {
  process.exitCode = run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${help}`);
  process.exitCode = 2;
}
