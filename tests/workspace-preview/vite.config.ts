import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

/** Builds the workspace with sample data behind it: `vite build -c tests/workspace-preview/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: path.join(import.meta.dirname, '../../out/workspace-preview'), emptyOutDir: true, target: 'chrome130', minify: false },
});
