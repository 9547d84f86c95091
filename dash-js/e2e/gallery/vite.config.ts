// Serves the gallery while developing: `npx vite --config e2e/gallery/vite.config.ts`. Not part of the build.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: `${packageRoot}/node_modules/.vite-gallery`,
  oxc: { jsx: { runtime: 'automatic' } },
  // Named, since a page that finds one while it runs is loaded anew.
  optimizeDeps: { include: ['@tanstack/react-virtual'] },
  server: { host: '127.0.0.1', fs: { allow: [packageRoot] } },
});
