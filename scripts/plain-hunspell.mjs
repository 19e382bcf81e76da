/*
 * Writes a Hunspell dictionary as Chromium's converter can read it: node scripts/plain-hunspell.mjs /usr/share/hunspell/nl.dic nl-NL.dic
 *
 * The converter takes what stands behind a rule (tabs, descriptions, a space) for a part of its condition, so that the rule never holds, and
 * numbers every order of the same flags anew, of which a file can hold some four thousand; a flag that is a # is a comment to what reads it.
 * With any of these most forms of a word count as mistakes. Of compounds Chromium knows nothing: their rules may go.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2).map((file) => file.replace(/\.dic$/, ''));
if (to === undefined) throw new Error('usage: node scripts/plain-hunspell.mjs <from.dic> <to.dic>');

const bytes = readFileSync(`${from}.aff`);
const encoding = /^SET\s+UTF-8/m.test(bytes.toString('latin1')) ? 'utf8' : 'latin1';
const linesOf = (file) => readFileSync(file, encoding).replace(/^\uFEFF/, '').split(/\r?\n/);
const rules = linesOf(`${from}.aff`).map((line) => line.trim().split(/\s+/)).filter(([command]) => command !== '' && !command.startsWith('#') && command !== 'COMPOUNDRULE');
const flagLength = rules.some(([command, value]) => command === 'FLAG' && value === 'long') ? 2 : 1;

/** A rule is its kind, flag, what goes, what comes and when; its heading has four words. */
function plainRule(words) {
  if (words[0] !== 'SFX' && words[0] !== 'PFX') return words.join(' ');
  return words.slice(0, /^[YN]$/.test(words[2]) && /^\d+$/.test(words[3]) ? 4 : 5).join(' ');
}

function plainWord(line) {
  const word = line.split('\t')[0].replace(/\s+[a-z]{2}:.*$/, '').trimEnd();
  const flagsOf = (text) => [...new Set(text.match(new RegExp(`.{${flagLength}}`, 'gu')))].filter((flag) => flag !== '#').sort().join('');
  return word.replace(/(?<!\\)\/(\S+)$/, (_, text) => (flagsOf(text) === '' ? '' : `/${flagsOf(text)}`));
}

const words = linesOf(`${from}.dic`).slice(1).map(plainWord).filter((word) => word !== '');
writeFileSync(`${to}.aff`, `${rules.map(plainRule).join('\n')}\n`, encoding);
writeFileSync(`${to}.dic`, `${words.length}\n${words.join('\n')}\n`, encoding);
