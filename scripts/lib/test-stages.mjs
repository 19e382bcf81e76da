import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bringElectron } from '../bootstrap/bootstrap.mjs';
import { buildWhenChanged } from './build.mjs';
import { canShowWindows, withDisplay, withOwnDisplay } from './display.mjs';
import { toolEnvironment, toolNode } from './node-runtime.mjs';
import { localCache, projectRoot } from './paths.mjs';
import { givingWay } from './priority.mjs';
import { run } from './run.mjs';
import { afterSecondTry, count, countOfExit, countOfReport, playwrightCount, vitestCount, vitestFailedFiles } from './test-report.mjs';

const reports = join(localCache, 'reports');
const bin = (path) => join(projectRoot, 'node_modules', path);

/** @param how `around`: what the command is wrapped in, one after the other: a screen, a lower priority. */
async function tool(script, args, { env = {}, around = [] } = {}) {
  const [program, programArgs] = around.reduce((command, wrap) => wrap(...command), [toolNode(), [bin(script), ...args]]);
  return run(program, programArgs, { cwd: projectRoot, env: toolEnvironment(env), show: true });
}

const check = (name, script, args, env = {}) => ({ name, run: async () => countOfExit(name, (await tool(script, args, { env, around: [givingWay] })).code) });

async function vitestOnce(report, projects, extra, around = []) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  const { code } = await tool('vitest/vitest.mjs', ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra], { around });
  return countOfReport(report, code, vitestCount);
}

// On one core, as the services: see the phases.
const unit = (extra) => vitestOnce(freshReport('unit'), ['node', 'renderer'], ['--maxWorkers=1', ...extra], [givingWay]);

/*
 * Real servers, real windows and real time on a machine that is busy with something else: what fails there is tried once more,
 * alone. What passes then has passed, and the summary names it, so that it is looked into.
 */
function withSecondTry(project, options = [], around = []) {
  return async (extra) => {
    const report = freshReport(project);
    const first = await vitestOnce(report, [project], [...options, ...extra], around);
    const files = vitestFailedFiles(report);
    if (first.failed === 0 || files.length === 0) return first;
    console.log(`\n  a second try for ${files.join(', ')}`);
    const passedBefore = passedIn(report, files);
    return afterSecondTry(first, await vitestOnce(freshReport(`${project}-again`), [project], ['--no-file-parallelism', ...files]), passedBefore);
  };
}

function passedIn(path, files) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const again = testResults.filter((file) => files.includes(relative(projectRoot, file.name)));
  return again.flatMap((file) => file.assertionResults).filter((test) => test.status === 'passed').length;
}

async function playwrightOnce(name, { options, around }, extra) {
  const report = freshReport(name);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await tool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...options, ...extra], { env, around });
  return countOfReport(report, code, playwrightCount);
}

/** @param how `options` for Playwright, and `around`: what the command is wrapped in. */
function playwright(name, how) {
  return async (extra) => {
    if (!canShowWindows()) {
      console.log('  skipped: no screen here, and no xvfb-run to make one in memory');
      return count({ skipped: 1 });
    }
    const first = await playwrightOnce(name, how, extra);
    if (first.failed === 0) return first;
    console.log('\n  a second try for what failed');
    // What failed last is written down where the output goes.
    const output = extra.filter((arg) => arg.startsWith('--output='));
    return afterSecondTry(first, await playwrightOnce(`${name}-again`, how, ['--last-failed', ...output]), 0);
  };
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
    return countOfExit('build', 0);
  } catch (error) {
    console.log(error.message);
    return countOfExit('build', 1);
  }
}

const lint = check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/balie/eslint']);
const walls = check('walls', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'central', 'practice', 'bench', 'tests']);
const unused = check('unused', 'knip/bin/knip.js', ['--no-config-hints']);
const types = check('types', 'typescript/bin/tsc', ['-b']);
const openapi = check('openapi', '@redocly/cli/bin/cli.js', ['lint', 'docs/openapi.json'], { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });
const units = { name: 'unit', needs: 'electron', run: unit };
const integration = { name: 'integration', needs: 'electron', run: withSecondTry('integration') };
// On one core: see the phases.
const services = { name: 'services', needs: 'electron', run: withSecondTry('services', ['--maxWorkers=1'], [givingWay]) };
// Whatever was asked for: what runs later runs on it, or with it.
const electron = { name: 'electron', isSetUp: true, run: async () => countOfExit('electron', await bringElectron()) };
const builds = { name: 'build', needs: 'electron', run: build };
const line = { name: 'line', needs: 'build', run: playwright('line', { options: ['--project=line'], around: [withDisplay] }) };
// A screen and a folder of their own: they run beside the tests of the line, which empty their folder at the start.
const besides = (name) => playwright(name, { options: [`--project=${name}`, `--output=${join(reports, name)}`], around: [withOwnDisplay, givingWay] });
const screens = { name: 'screens', needs: 'electron', run: besides('screens') };
const desk = { name: 'desk', needs: 'build', run: besides('desk') };

/**
 * What `npm test` does: phases one after the other, each of lanes that run side by side, each of stages in turn. A stage gives its
 * count; `needs` names a stage without which it makes no sense. Lint and types want both cores, so nothing that is listened to runs
 * beside them; SQLite is compiled on one, and wants only the packages, as they do. In the last phase windows and exchanges mostly
 * wait: one core is theirs, the other one is for what keeps a core busy, which gives way. Both lanes take about as long: on a slow
 * machine the busy one took a third longer when it had the desk too.
 */
export const phases = [
  [[lint], [electron, walls, unused, types, openapi]],
  [[builds]],
  [
    [units, services, screens],
    [integration, line, desk],
  ],
];

/** All end-to-end tests, as somebody asks for them by name. */
export const endToEnd = playwright('e2e', { options: [], around: [withDisplay] });
