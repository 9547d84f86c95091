// Starts each page twice before the first test, in Python with Dash's own renderer and in Rust with ours, and ends them after the last.
import type { TestProject } from 'vitest/node';
import { type Renderer, startApps } from '../conformance/servers';
import { startProgram } from '../e2e/example';

declare module 'vitest' {
  interface ProvidedContext {
    pages: Readonly<Record<string, Readonly<Record<Renderer, string>>>>;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const upstream = await startApps<Record<string, { upstream: string }>>('../conformance/python');
  const names = Object.keys(upstream.urls);
  const ours = await Promise.all(names.map((name) => startProgram(setting('DASH_SUITES'), [name, setting('DASH_PACKAGES')])));
  project.provide(
    'pages',
    Object.fromEntries(names.map((name, i) => [name, { ...upstream.urls[name]!, ours: ours[i]!.url }])),
  );
  return async () => {
    await Promise.all([upstream.stop(), ...ours.map(({ stop }) => stop())]);
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`\`${name}\` is not set: these tests are run by \`cargo xtask conformance\``);
  return value;
}
