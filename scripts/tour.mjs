import { runWithApp } from './lib/in-app.mjs';

// npm run tour [-- --out=<folder>]: plays one practice call in the real app and leaves a picture of each stage.
await runWithApp('tests/tour/main.ts');
