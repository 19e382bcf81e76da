import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from './lib/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'balie-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(...args) {
  const { status, stdout } = spawnSync(process.execPath, [join(projectRoot, 'scripts/check-scripts.mjs'), ...args], { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
}

it('says what is wrong with scripts, a line each, and ends as a build wants it', () => {
  const sound = join(projectRoot, 'resources/scripts/klantendienst-vraag.nl.json');
  const wrong = join(folder, 'wrong.json');
  const torn = join(folder, 'torn.json');
  writeFileSync(wrong, JSON.stringify({ key: 'a', version: 1, language: 'nl', title: 'A', start: 'b', objectionBudget: 0, steps: [{ key: 'a', title: 'A', say: '{{wie}}', answers: [{ key: 'x', label: 'X', to: null }] }] }));
  writeFileSync(torn, '{"key":');
  expect(check(sound)).toEqual({ status: 0, lines: [''] });
  expect(check('--language=nl', sound, wrong)).toEqual({
    status: 1,
    lines: [`${wrong}:/start: fault step-missing: Er is geen stap b.`, `${wrong}:/steps/0/say: fault placeholder-unknown: De variabele wie bestaat niet.`, `${wrong}:/steps: advice no-closing-step: Geen enkele stap is een afsluiting: het gesprek eindigt zonder dank of afscheid.`],
  });
  expect(check(torn).status).toBe(2);
});
