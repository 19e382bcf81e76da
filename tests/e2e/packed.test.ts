import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LabProcess } from '../lab/lab-process.ts';
import { microphoneTone } from '../lab/lab.ts';
import { until } from '../lab/wait.ts';
import { needsLab, queueNumber, test } from './support/test.ts';
import { Workspace } from './support/workspace.ts';

needsLab();

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const executable = join(projectRoot, 'dist', 'linux-unpacked', 'balie');

test.describe('the unpacked application that users get', () => {
  test.setTimeout(240_000);

  test('starts, registers, rings and is heard', async ({ lab, central, customer, profile }) => {
    const packed = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'pack.mjs')], { cwd: projectRoot, encoding: 'utf8', timeout: 200_000 });
    test.expect(packed.status, packed.stdout + packed.stderr).toBe(0);
    // Its fuses refuse Node's inspector, through which Playwright drives Electron: this goes through the page's own tools.
    const balie = new LabProcess({
      dir: lab.dir,
      name: 'packed',
      command: executable,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        `--enrol=${await central.enrolment()}`,
        '--remote-debugging-port=0',
        '--allow-loopback-in-peer-connection',
        ...lab.microphoneSwitches,
      ],
      env: lab.soundEnv,
    });
    try {
      const [port] = await until('the port of the developer tools', () => readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n'), { withinMs: 20_000 });
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = await until('the workspace window', () => browser.contexts().flatMap((context) => context.pages()).find((one) => one.url().startsWith('balie://workspace/')), { withinMs: 15_000 });
      const workspace = new Workspace(page);
      await workspace.becomesAvailable();
      await customer.call(queueNumber);
      await workspace.rings(central.centre.customers[0]!.name);
      await workspace.answer();
      await customer.hears.heard(microphoneTone);
      await browser.close();
    } finally {
      await balie.stop();
    }
  });
});
