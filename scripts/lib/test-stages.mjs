import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './build.mjs';
import { canShowWindows, withDisplay } from './display.mjs';
import { toolEnvironment, toolNode } from './node-runtime.mjs';
import { localCache, projectRoot } from './paths.mjs';
import { run } from './run.mjs';
import { countOfExit, countOfReport, playwrightCount, vitestCount } from './test-report.mjs';

const reports = join(localCache, 'reports');
const bin = (path) => join(projectRoot, 'node_modules', path);

async function tool(script, args, { env = {}, display = false } = {}) {
  const command = [toolNode(), [bin(script), ...args]];
  const [program, programArgs] = display ? withDisplay(...command) : command;
  return run(program, programArgs, { cwd: projectRoot, env: toolEnvironment(env), show: true });
}

const check = (script, args, env = {}) => async () => countOfExit((await tool(script, args, { env })).code);

const vitest = (name, projects) => async (extra) => {
  const report = freshReport(name);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const { code } = await tool('vitest/vitest.mjs', ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra]);
  return countOfReport(report, code, vitestCount);
};

async function playwright(extra) {
  if (!canShowWindows()) {
    console.log('  skipped: no screen here, and no xvfb-run to make one in memory');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const report = freshReport('e2e');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await tool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...extra], { env, display: true });
  return countOfReport(report, code, playwrightCount);
}

function freshReport(name) {
  const path = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(path, { force: true });
  return path;
}

async function build() {
  try {
    console.log(`  ${await buildWhenChanged()}`);
    return countOfExit(0);
  } catch (error) {
    console.log(error.message);
    return countOfExit(1);
  }
}

/** What `npm test` does, in order. Each gives its count; `needs` names a stage without which it makes no sense. */
export const stages = [
  { name: 'lint', run: check('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/balie/eslint']) },
  {
    name: 'walls',
    run: check('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'central', 'practice', 'bench', 'tests']),
  },
  { name: 'unused', run: check('knip/bin/knip.js', ['--no-config-hints']) },
  { name: 'types', run: check('typescript/bin/tsc', ['-b']) },
  { name: 'openapi', run: check('@redocly/cli/bin/cli.js', ['lint', 'docs/openapi.json'], { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }) },
  { name: 'unit', run: vitest('unit', ['node', 'renderer']) },
  { name: 'build', run: build },
  { name: 'integration', run: vitest('integration', ['integration']) },
  { name: 'e2e', needs: 'build', run: playwright },
];
