import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const workspace = path.join(import.meta.dirname, '../../renderer/workspace');

/*
 * What becomes usable in a step must not have all that is painted after it painted anew: an opacity that comes or goes does
 * (docs/decisions/0044). Toggle's is of a small box in the settings.
 */
test('what cannot be used is paler by its colour, not by opacity', () => {
  const files = globSync('**/*.css', { cwd: workspace }).filter((file) => path.basename(file) !== 'Toggle.module.css');
  const opaque = files.flatMap((file) => {
    const rules = readFileSync(path.join(workspace, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*:disabled[^{}]*)\{([^{}]*)\}/g);
    return [...rules].filter(([, , body]) => /(^|[\s;])opacity\s*:/.test(body ?? '')).map(([, selector]) => `${file}: ${selector?.trim()}`);
  });
  expect(files.length).toBeGreaterThan(30);
  expect(opaque).toEqual([]);
});
