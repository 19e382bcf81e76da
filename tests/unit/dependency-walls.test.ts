import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface CruiserConfig {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
}
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as CruiserConfig;

const packages = ['jssip', 'better-sqlite3', 'electron', 'zod', 'react'];
const rooms = ['electron', 'renderer', 'shared', 'central', 'practice', 'bench', 'tests'];

let project: string;

function put(file: string, text: string): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'balie-walls-'));
  put('package.json', JSON.stringify({ type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) }));
  for (const name of packages) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  for (const room of [...rooms, 'shared/docx']) put(`${room}/other.ts`, 'export const other = 1;\n');
  for (const room of ['main', 'store', 'sync', 'telephony', 'media', 'preload']) put(`electron/${room}/other.ts`, 'export const other = 1;\n');
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

async function brokenRules(): Promise<string[]> {
  const result = await cruise(rooms, {
    baseDir: project,
    validate: true,
    ruleSet: { forbidden },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  });
  const output = result.output as ICruiseResult;
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))];
}

const violations: readonly [rule: string, file: string, imported: string][] = [
  ['renderer-knows-only-its-bridge', 'renderer/workspace/a.ts', '../../electron/main/other.ts'],
  ['renderer-knows-only-its-bridge', 'renderer/workspace/a.ts', 'electron'],
  ['renderer-has-no-node', 'renderer/audio/a.ts', 'node:fs'],
  ['windows-are-apart', 'renderer/audio/a.ts', '../workspace/other.ts'],
  ['shared-stands-alone', 'shared/a.ts', '../electron/main/other.ts'],
  ['shared-stands-alone', 'shared/a.ts', 'react'],
  ['shared-stands-alone', 'shared/a.ts', 'node:fs'],
  ['docx-reads-documents-only', 'shared/docx/a.ts', 'node:fs'],
  ['docx-reads-documents-only', 'shared/docx/a.ts', 'react'],
  ['documents-are-read-apart', 'electron/main/a.ts', '../../shared/docx/other.ts'],
  ['documents-are-read-apart', 'renderer/workspace/a.ts', '../../shared/docx/other.ts'],
  ['preload-is-a-bridge', 'electron/preload/a.ts', '../main/other.ts'],
  ['telephony-without-store', 'electron/telephony/a.ts', '../store/other.ts'],
  ['store-without-telephony', 'electron/store/a.ts', '../telephony/other.ts'],
  ['store-without-telephony', 'electron/sync/a.ts', '../main/other.ts'],
  ['main-reaches-the-store-by-message', 'electron/main/a.ts', '../store/other.ts'],
  ['office-holds-nothing', 'electron/office/a.ts', '../main/other.ts'],
  ['office-holds-nothing', 'electron/office/a.ts', '../store/other.ts'],
  ['jssip-only-in-telephony', 'electron/main/a.ts', 'jssip'],
  ['sqlite-only-in-store', 'electron/main/a.ts', 'better-sqlite3'],
  ['sqlite-only-in-store', 'central/a.ts', 'better-sqlite3'],
  ['the-app-carries-no-servers', 'electron/main/a.ts', '../../central/other.ts'],
  ['servers-without-the-app', 'practice/a.ts', '../electron/main/other.ts'],
  ['central-without-practice', 'central/a.ts', '../practice/other.ts'],
  ['nothing-unresolved', 'shared/a.ts', './absent.ts'],
];

describe('the walls stop', () => {
  test.each(violations)('%s: %s imports %s', async (rule, file, imported) => {
    if (imported === '../workspace/other.ts') put('renderer/workspace/other.ts', 'export const other = 1;\n');
    put(file, `import * as x from '${imported}';\nexport const a = x;\n`);
    expect(await brokenRules()).toContain(rule);
  });

  test('no-circular: two files that need each other', async () => {
    put('shared/a.ts', "import { b } from './b.ts';\nexport const a = (): number => b() + 1;\n");
    put('shared/b.ts', "import { a } from './a.ts';\nexport const b = (): number => a() + 1;\n");
    expect(await brokenRules()).toEqual(['no-circular']);
  });

  test('even an import of types only', async () => {
    put('renderer/workspace/a.ts', "import type { other } from '../../electron/main/other.ts';\nexport type A = typeof other;\n");
    expect(await brokenRules()).toContain('renderer-knows-only-its-bridge');
  });
});

describe('the walls let through', () => {
  test('what each room is made of', async () => {
    put('electron/telephony/a.ts', "import * as x from 'jssip';\nimport { other } from '../media/other.ts';\nexport const a = [x, other];\n");
    put('electron/store/a.ts', "import * as x from 'better-sqlite3';\nexport const a = x;\n");
    put('shared/a.ts', "import { z } from 'zod';\nexport const a = z;\n");
    put('electron/main/a.ts', "import { app } from 'electron';\nimport { other } from '../telephony/other.ts';\nexport const a = [app, other];\n");
    expect(await brokenRules()).toEqual([]);
  });
});
