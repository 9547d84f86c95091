// The build: one entry, one chunk per component. Imports what `npm ci --omit=dev` installs, never a test tool.
import { defineConfig } from 'vite';
import { compress } from './vite/compress.ts';
import { filesOfComponents } from './vite/files.ts';
import { sharedWorker } from './vite/worker.ts';

/** Of Brotli, 0 to 11: the best for what is shipped (`--mode dist`), a quick one for work. */
const levelFor = (mode: string): number => (mode === 'dist' ? 11 : 5);

export default defineConfig(({ mode }) => ({
  // Relative, so that the files work below any prefix the server mounts them at.
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [sharedWorker(), filesOfComponents(), compress(levelFor(mode))],
  build: {
    outDir: process.env['DASH_JS_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    license: { fileName: '.vite/licenses.md' },
    manifest: true,
    reportCompressedSize: false,
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: 'src/index.tsx',
      // Compression is meant to take its time.
      checks: { pluginTimings: false },
      output: {
        // The small helpers that most inputs share are one request, not one each.
        codeSplitting: {
          groups: [{ name: 'dcc', test: /components\/dcc\/shared\/\w+\.ts$/ }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
}));
