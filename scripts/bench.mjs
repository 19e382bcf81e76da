import { runWithApp } from './lib/in-app.mjs';

// npm run bench [-- --json]
await runWithApp('bench/main.ts');
