// The build: one entry, one chunk per component, a manifest for the Rust side. Imports Vite only, never a test tool.
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the files work below any prefix the server mounts them at.
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: process.env['DASH_JS_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    rolldownOptions: { input: 'src/index.tsx' },
  },
});
