// Runs `main.ts` in Node, which older versions of it do not read by themselves.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./bench/main.ts', { configFile: false, logLevel: 'warn' });
await module.main();
