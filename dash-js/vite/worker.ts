// Builds the worker that all pages of a browser share: a script of its own, which imports nothing.
import { build, type Plugin } from 'vite';

/** Its name, to which a hash of what is in it is added. */
export const WORKER = 'worker.js';

export function sharedWorker(): Plugin {
  return {
    name: 'dash-worker',
    apply: 'build',
    async buildStart() {
      this.emitFile({ type: 'asset', name: WORKER, source: await code() });
    },
  };
}

async function code(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/transport/worker.ts', formats: ['iife'], name: 'dashWorker', fileName: () => WORKER },
    },
  });
  const [result] = Array.isArray(built) ? built : [];
  if (result === undefined) throw new Error('the worker was not built');
  return result.output[0].code;
}
