import { bootstrap } from './bootstrap/bootstrap.mjs';
import { buildWhenChanged } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { exitWith, explainFileError } from './lib/setup-error.mjs';
import { step } from './lib/steps.mjs';
import { endToEnd } from './lib/test-stages.mjs';

// npm run test:e2e [-- arguments for Playwright, for example a file or --grep=...]
try {
  await bootstrap();
  await step('Build', buildWhenChanged);
  const count = await endToEnd(process.argv.slice(2));
  process.exitCode = count.failed > 0 ? 1 : 0;
} catch (error) {
  exitWith(explainFileError(error, projectRoot));
}
