// The tests: `unit` runs in happy-dom, `e2e` drives Chromium against the example binaries, `conformance` and `suites` against Dash in Python, `driven` with Dash's renderer.
import { defineConfig } from 'vitest/config';

const shared = { oxc: { jsx: { runtime: 'automatic' as const } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['{src,vite}/**/*.test.{ts,tsx}'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
          restoreMocks: true,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'conformance',
          environment: 'node',
          include: ['conformance/**/*.test.ts'],
          globalSetup: ['conformance/servers.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'suites',
          environment: 'node',
          include: ['suites/**/*.test.ts'],
          globalSetup: ['suites/servers.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'driven',
          environment: 'node',
          include: ['driven/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
