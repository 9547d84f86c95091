// Starts an example's binary on a free port, and stops it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Vitest runs in `dash-js/`. */
const FOLDER = process.env['DASH_EXAMPLES_DIR'] ?? process.env['DASH_EXAMPLES'] ?? resolve('../target/debug/examples');

export interface Example {
  /** Where it serves; ends with a slash. */
  readonly url: string;
  /** At once. */
  readonly stop: () => Promise<void>;
  /** As an operator does, who lets it come to an end. */
  readonly terminate: () => Promise<void>;
}

/** As users have it, without dev tools. `port` is for an example that comes back where it was. */
export const startExample = (name: string, port = 0): Promise<Example> =>
  startProgram(resolve(FOLDER, name), [], { PORT: String(port) });

/** As its author has it. */
export const debugExample = (name: string, port = 0, more: Environment = {}): Promise<Example> =>
  startProgram(resolve(FOLDER, name), [], { PORT: String(port), DASH_DEBUG: '1', ...more });

type Environment = Readonly<Record<string, string>>;

/** Any program that serves an app. */
export async function startProgram(file: string, args: readonly string[] = [], more: Environment = {}): Promise<Example> {
  const program = spawn(file, args, {
    // The examples read their data from the repository's root.
    cwd: resolve('..'),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DASH_DEBUG: '0', ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await address(program, [file, ...args].join(' '));
  return { url, stop: () => stop(program, 'SIGKILL'), terminate: () => stop(program, 'SIGTERM') };
}

async function address(program: ChildProcess, name: string): Promise<string> {
  const failed = once(program, 'error').then(([error]) => Promise.reject(error as Error));
  const said: string[] = [];
  const announced = (async () => {
    for await (const line of createInterface({ input: program.stderr! })) {
      said.push(line);
      const url = /Dash is running on (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) return url.endsWith('/') ? url : `${url}/`;
    }
    throw new Error(`\`${name}\` ended before it served:\n${said.join('\n')}`);
  })();
  return Promise.race([announced, failed]);
}

async function stop(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill(signal);
  await ended;
}
