// Starts the Python apps, each with both renderers, before the first test, and ends them after the last.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

export type Renderer = 'upstream' | 'ours';

/** Addresses by app. */
export type Urls = Readonly<Record<string, Readonly<Record<Renderer, string>>>>;

declare module 'vitest' {
  interface ProvidedContext {
    urls: Urls;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { urls, stop } = await startApps<Urls>('conformance/apps', resolve('dist-dropin/dash_renderer.min.js'));
  project.provide('urls', urls);
  return stop;
}

interface Apps<T> {
  readonly urls: T;
  readonly stop: () => Promise<void>;
}

/** Starts the Python apps of a folder; `script` is a second renderer to serve them with. */
export async function startApps<T extends Readonly<Record<string, Readonly<Record<string, string>>>>>(
  folder: string,
  ...script: string[]
): Promise<Apps<T>> {
  const python = process.env['DASH_PYTHON'];
  if (python === undefined) throw new Error('`DASH_PYTHON` is not set: these tests are run by `cargo xtask conformance`');
  // A group of its own, because it starts a process for each app.
  const server = spawn(python, ['conformance/serve.py', folder, ...script], {
    detached: true,
    stdio: ['ignore', 'pipe', process.env['DASH_CONFORMANCE_LOG'] === undefined ? 'ignore' : 'inherit'],
  });
  try {
    const urls = (await addresses(server)) as T;
    await Promise.all(Object.values(urls).flatMap((byRenderer) => Object.values(byRenderer).map(answers)));
    return { urls, stop: () => stop(server) };
  } catch (error) {
    await stop(server);
    throw error;
  }
}

async function addresses(server: ChildProcess): Promise<unknown> {
  for await (const line of createInterface({ input: server.stdout! })) return JSON.parse(line);
  throw new Error('the Python apps did not start; set `DASH_CONFORMANCE_LOG` to see why');
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      if ((await fetch(`${url}_dash-layout`)).ok) return;
    } catch {
      // Nobody listens yet.
    }
    if (Date.now() > deadline) throw new Error(`no app answers at ${url}; set \`DASH_CONFORMANCE_LOG\` to see why`);
    await new Promise((done) => setTimeout(done, ASK_AGAIN_MS));
  }
}

const START_LIMIT_MS = 60_000;
const ASK_AGAIN_MS = 100;

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined) return;
  const ended = server.exitCode === null ? once(server, 'exit') : undefined;
  // The first process may be gone before those that it started.
  process.kill(-server.pid, 'SIGKILL');
  await ended;
}
