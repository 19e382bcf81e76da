import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..', '..');

/** Rules that need no type information: the snippets are not on disk, so no project knows them. */
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function brokenRules(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const violations: readonly [what: string, file: string, code: string, rule: string][] = [
  ['ipcMain outside the kit', 'electron/telephony/a.ts', "import { ipcMain } from 'electron';\nipcMain.on('a', () => undefined);\n", 'no-restricted-imports'],
  ['ipcRenderer in a page', 'renderer/workspace/a.ts', "import { ipcRenderer } from 'electron';\nipcRenderer.send('a');\n", 'no-restricted-imports'],
  ["a worker's port outside the kit", 'electron/store/a.ts', "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage(1);\n", 'no-restricted-imports'],
  ['process.parentPort outside the kit', 'electron/store/a.ts', 'process.parentPort.postMessage(1);\n', 'no-restricted-properties'],
  ['webContents.send outside the kit', 'electron/main/a.ts', "export const a = (w: Electron.BrowserWindow): void => w.webContents.send('a');\n", 'no-restricted-syntax'],
  ['SQL in the telephony', 'electron/telephony/a.ts', "export const a = 'SELECT id FROM customer';\n", 'no-restricted-syntax'],
  ['SQL in a template', 'electron/main/a.ts', 'export const a = (t: string): string => `DELETE FROM ${t}`;\n', 'no-restricted-syntax'],
  ['SQL in a page', 'renderer/workspace/a.ts', "export const a = 'update customer set name = 1';\n", 'no-restricted-syntax'],
  ['a default export', 'shared/domain/a.ts', 'export default 1;\n', 'no-restricted-syntax'],
  ['any', 'shared/domain/a.ts', 'export const a = (b: any): unknown => b;\n', '@typescript-eslint/no-explicit-any'],
  ['a file of 301 lines', 'shared/domain/a.ts', `${Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n};`).join('\n')}\n`, 'max-lines'],
  ['@ts-ignore', 'shared/domain/a.ts', '// @ts-ignore\nexport const a = 1;\n', '@typescript-eslint/ban-ts-comment'],
  ['the console in the product', 'electron/main/a.ts', "console.log('a');\n", 'no-console'],
  ['Node in a page', 'renderer/workspace/a.ts', 'export const a = process.argv;\n', 'no-restricted-globals'],
  ['the page in main', 'electron/main/a.ts', 'export const a = document.title;\n', 'no-restricted-globals'],
  ['Node in shared/', 'shared/domain/a.ts', 'export const a = process.argv;\n', 'no-restricted-globals'],
  ['a test that runs alone', 'shared/domain/a.test.ts', "import { test } from 'vitest';\ntest.only('a', () => undefined);\n", 'no-restricted-syntax'],
  ['a test that never runs', 'shared/domain/a.test.ts', "import { test } from 'vitest';\ntest.skip('a', () => undefined);\n", 'no-restricted-syntax'],
];

describe('lint refuses', () => {
  test.each(violations)('%s', async (_what, file, code, rule) => {
    expect(await brokenRules(file, code)).toContain(rule);
  });

  test('a comment that switches a rule off', async () => {
    const rules = await brokenRules('electron/main/a.ts', "/* eslint-disable no-console */\nconsole.log('a');\n");
    expect(rules).toContain('no-console');
  });
});

const allowed: readonly [what: string, file: string, code: string][] = [
  ['ipcMain inside the kit', 'electron/main/ipc/a.ts', "import { ipcMain } from 'electron';\n\nipcMain.on('a', () => undefined);\n"],
  ['SQL in the store', 'electron/store/a.ts', "export const a = 'SELECT id FROM customer';\n"],
  ['SQL in central', 'central/a.ts', "export const a = 'SELECT id FROM customer';\n"],
  ['a sentence that starts like SQL', 'electron/main/a.ts', "export const a = 'Update the settings first';\n"],
  ['a test skipped on a condition', 'shared/domain/a.test.ts', "import { test } from 'vitest';\n\ntest.skipIf(true)('a', () => undefined);\n"],
];

describe('lint allows', () => {
  test.each(allowed)('%s', async (_what, file, code) => {
    expect(await brokenRules(file, code)).toEqual([]);
  });
});
