import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { electronExecutable, mustDropSandbox } from './electron-path.mjs';
import { buildWhenChanged } from './lib/build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { explainElectronExit } from './lib/electron-failure.mjs';
import { toolNode } from './lib/node-runtime.mjs';
import { projectRoot } from './lib/paths.mjs';
import { Child } from './lib/processes.mjs';
import { exitWith, explainFileError, SetupError } from './lib/setup-error.mjs';
import { step } from './lib/steps.mjs';

/** Everything of the practice run: the sample centre's data, the profile of the sample workstation, the log. */
const dataFolder = join(projectRoot, '.balie');
const pidFile = join(dataFolder, 'start.pid');

/** The centre first creates its database and 5,000 customers; a slow disk needs this long. */
const centreLimitMs = 300_000;

/** Started processes in the order in which they must end. */
const children = [];
/** Set once the end has begun. */
let ending;
let endedByUser = false;
let ownsDataFolder = false;

function claimDataFolder() {
  mkdirSync(dataFolder, { recursive: true });
  let holder;
  try {
    holder = Number(readFileSync(pidFile, 'utf8'));
    if (holder) process.kill(holder, 0);
  } catch {
    // No file, or a process that is gone: the folder is free.
    holder = undefined;
  }
  if (holder) {
    throw new SetupError(
      `Balie is already running from this folder (process ${holder}).`,
      'Use the window that is open, or close it first. If there is none: end that process and try again.',
    );
  }
  writeFileSync(pidFile, String(process.pid));
  ownsDataFolder = true;
}

async function startCentre(say) {
  const centre = new Child('The practice centre', toolNode(), [join('practice', 'main.ts'), `--data=${join(dataFolder, 'centre')}`], {
    cwd: projectRoot,
    onProgress: (line) => say(line.replace(/^practice: /, '')),
  });
  children.push({ child: centre, byInput: true });
  const ready = await within(centreLimitMs, centre.firstJsonLine((line) => line.ready === true), 'The practice centre');
  return { centre, ready };
}

function within(ms, promise, name) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new SetupError(`${name} was not ready after ${ms / 1000} s.`, 'Delete the folder .balie (the practice data) and run the command again.'));
    }, ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function startBalie(enrolmentFile) {
  const log = openSync(join(dataFolder, 'electron.log'), 'w');
  const args = [
    projectRoot,
    `--enrol=${enrolmentFile}`,
    `--user-data-dir=${join(dataFolder, 'workstation')}`,
    // The practice callers live on this machine: media runs over the loopback interface.
    '--allow-loopback-in-peer-connection',
    ...(mustDropSandbox() ? ['--no-sandbox'] : []),
    ...process.argv.slice(2),
  ];
  if (mustDropSandbox()) console.log('      You are root: Chromium runs without its sandbox. Do not do this on a workstation.');
  const balie = new Child('Balie', electronExecutable(), args, { cwd: projectRoot, onText: (text) => writeSync(log, text) });
  void balie.exited.then(() => closeSync(log));
  children.unshift({ child: balie, byInput: false });
  return balie;
}

/** Ends what was started, by process, in order: the window with its calls, then the centre. */
function endEverything() {
  ending ??= (async () => {
    for (const { child, byInput } of children) await child.stop({ byInput });
    if (ownsDataFolder) rmSync(pidFile, { force: true });
  })();
  return ending;
}

function listenForTheEnd() {
  for (const [signal, exitCode] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, () => {
      if (ending) {
        for (const { child } of children) child.kill();
        return;
      }
      endedByUser = true;
      console.log('\n  Ending Balie, then the practice centre (once more to end at once).');
      void endEverything().then(() => process.exit(exitCode));
    });
  }
}

async function main() {
  if (!hasDisplay()) {
    throw new SetupError(
      'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so there is nothing to show Balie on.',
      'Run it in a desktop session, or let it play a whole call by itself and take pictures: npm run tour',
    );
  }
  const started = performance.now();
  console.log('\n  Balie, with a practice centre on this machine\n');
  await bootstrap();
  claimDataFolder();
  listenForTheEnd();
  const [{ centre, ready }] = await Promise.all([
    step('Practice centre', startCentre),
    step('Build', buildWhenChanged),
  ]);
  const balie = startBalie(ready.enrolmentFile);
  console.log(`  ok  Balie is opening (${((performance.now() - started) / 1000).toFixed(1)} s since the command)`);
  console.log('\n  Close the window or press Ctrl+C to end. Choose "Beschikbaar" (available) and a caller rings within 10 seconds.\n');
  const first = await Promise.race([
    balie.exited.then((exit) => ({ exit })),
    centre.exited.then(() => ({ centreGone: true })),
  ]);
  await endEverything();
  if (endedByUser) return;
  if (first.centreGone) {
    throw new SetupError(`The practice centre ended while Balie was running:\n${centre.output.slice(-2_000)}`, 'Start again with: npm start');
  }
  const failure = explainElectronExit(first.exit, balie.output);
  if (failure) throw failure;
  console.log('  Balie was closed.');
}

try {
  await main();
} catch (error) {
  await endEverything();
  // What fails because it was told to end is no failure.
  if (endedByUser) process.exit(130);
  exitWith(explainFileError(error, projectRoot));
}
