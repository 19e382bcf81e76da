import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/*
 * The walls of docs/architecture.md that one file alone can show. Those between folders are in .dependency-cruiser.cjs.
 * tests/unit/walls.test.ts proves that each of them stops a violation.
 */

const sqlText = '/^\\s*(SELECT\\s[^]+\\sFROM\\s|INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\s|UPDATE\\s[^]+\\sSET\\s|DELETE\\s+FROM\\s|CREATE\\s+(UNIQUE\\s+|VIRTUAL\\s+)?(TABLE|INDEX|TRIGGER|VIEW)\\s|ALTER\\s+TABLE\\s|DROP\\s+TABLE\\s|PRAGMA\\s+\\w)/i';

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name what you export: a default export has no name to search for.' };
const noRawWebContents = {
  selector: "MemberExpression[object.property.name='webContents'][property.name=/^(send|postMessage|ipc)$/]",
  message: 'Speak through the ipc kit (shared/ipc): raw messages are neither typed nor checked.',
};
const noSql = [
  { selector: `Literal[value=${sqlText}]`, message: 'SQL lives in electron/store, electron/sync and central.' },
  { selector: `TemplateElement[value.raw=${sqlText}]`, message: 'SQL lives in electron/store, electron/sync and central.' },
];
const noFocusedTests = [
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|todo)$/]',
    message: 'A committed test runs, and runs with all the others.',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name="skip"][arguments.0.type=/Literal/]',
    message: 'Skip only on a condition that is said: test.skipIf(condition).',
  },
];

const electronIpc = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer', 'MessageChannelMain'],
  message: 'Speak through the ipc kit (shared/ipc): raw messages are neither typed nor checked.',
};
const workerPort = { name: 'node:worker_threads', importNames: ['parentPort'], message: electronIpc.message };
const processPort = { object: 'process', property: 'parentPort', message: electronIpc.message };

/** Where raw messages are allowed: the kit itself, and the entry files that hand their port to it. */
const ipcKit = ['shared/ipc/**', 'electron/preload/**', 'electron/main/ipc/**', 'electron/store/process.ts', 'electron/office/process.ts', 'electron/sync/applier-worker.ts'];
// The bench holds the store against plain statements.
const sqlRooms = ['electron/store/**', 'electron/sync/**', 'central/**', 'bench/store/**', 'tests/**'];
const tests = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'renderer/**/tests/**/*.{ts,tsx}'];

const walls = [noDefaultExport, noRawWebContents, ...noSql];

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'coverage', 'test-results', 'playwright-report', 'tour', 'client/schema.d.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.strictTypeChecked], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // Matters of taste that find no faults here.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Spreading a string gives its code points, which is what the code that does it wants.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', ...walls],
      'no-restricted-imports': ['error', { paths: [electronIpc, workerPort] }],
      'no-restricted-properties': ['error', processPort],
    },
  },
  { files: ipcKit, rules: { 'no-restricted-imports': 'off', 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', noDefaultExport, ...noSql] } },
  { files: sqlRooms, rules: { 'no-restricted-syntax': ['error', noDefaultExport, noRawWebContents] } },
  {
    files: ['electron/store/process.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  { files: ['electron/**', 'renderer/**', 'shared/**'], ignores: tests, rules: { 'no-console': 'error' } },
  { files: ['electron/**', 'central/**', 'practice/**'], ignores: [...tests, 'electron/preload/**'], rules: { 'no-restricted-globals': ['error', 'window', 'document', 'localStorage'] } },
  { files: ['shared/**'], ignores: tests, rules: { 'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', '__dirname'] } },
  { files: ['renderer/**/*.{ts,tsx}'], ignores: tests, rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname'] } },
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, noRawWebContents, ...noFocusedTests],
    },
  },
  // Their tools look for a default export.
  { files: ['**/*.config.{ts,js}', 'tests/e2e/support/postgres-setup.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
);
