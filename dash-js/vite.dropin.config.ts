// The build of the stand-in for another server's renderer: one classic script, React taken from the page.
import { defineConfig } from 'vite';
import { stylesInScript } from './vite/stylesInScript.ts';

const GLOBALS = { react: 'React', 'react-dom': 'ReactDOM', 'react-dom/client': 'ReactDOM' };

export default defineConfig({
  publicDir: false,
  // The page's React brings no modules: JSX becomes calls of `React.createElement`.
  oxc: { jsx: { runtime: 'classic' } },
  plugins: [stylesInScript()],
  build: {
    outDir: 'dist-dropin',
    emptyOutDir: true,
    reportCompressedSize: false,
    target: 'es2022',
    cssCodeSplit: false,
    lib: { entry: 'src/dropin.tsx', formats: ['iife'], name: 'dashForRust', fileName: () => 'dash_renderer.min.js' },
    rolldownOptions: {
      external: Object.keys(GLOBALS),
      output: { globals: GLOBALS },
    },
  },
});
