import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * The oldest runtime the code must run on (docs/decisions/0003): Electron 33, which is Chromium 130 and Node 20.18.
 */
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const;

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      // Half the text to read and parse before the line can register: 45 ms of the start. The source maps are beside it.
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: 'electron/main/main.ts',
          store: 'electron/store/process.ts',
          office: 'electron/office/process.ts',
          applier: 'electron/sync/applier-worker.ts',
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      // A sandboxed preload cannot load a second file, so each is built whole, with nothing left outside.
      isolatedEntries: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { workspace: 'electron/preload/workspace.ts', audio: 'electron/preload/audio.ts' },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: pageTarget,
      outDir: 'out/renderer',
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        input: { workspace: 'renderer/workspace/index.html', audio: 'renderer/audio/index.html' },
      },
    },
  },
});
