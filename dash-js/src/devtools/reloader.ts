// Asks the server whether the page is to be loaded anew, and does it: its styles, its layout, or all of it.
import type { Page } from '../page';
import { parseJson } from '../protocol';
import type { Reopen, ToolSettings } from '../tools';
import type { Config } from '../wire';
import { type Changing, createChangeable } from './changing';
import type { Errors } from './errors';
import { parseReload, type Reload, stepBetween } from './reload';
import type { StateKeeper } from './stateKeeper';
import { renewStyles } from './styles';

export type Status = 'cold' | 'available' | 'unavailable';

interface ReloaderOptions {
  readonly config: Config;
  readonly keeper: StateKeeper;
  readonly errors: Errors;
  readonly settings: ToolSettings['hotReload'];
}

export interface Reloader extends Changing<Status> {
  readonly attend: (page: Page, reopen: Reopen) => void;
}

export function createReloader({ config, keeper, errors, settings }: ReloaderOptions): Reloader {
  const status = createChangeable<Status>('cold');
  let before: Reload | undefined;
  let reopen: Reopen | undefined;
  let failures = 0;

  async function ask(): Promise<void> {
    const now = await received();
    if (now === undefined) return;
    const step = before === undefined ? { kind: 'none' as const } : stepBetween(before, now);
    before = now;
    if (step.kind === 'css') renewStyles(step.files);
    if (step.kind === 'soft') await reopened();
    if (step.kind === 'hard') reloaded();
  }

  async function received(): Promise<Reload | undefined> {
    try {
      const response = await fetch(`${config.prefix}_reload-hash`);
      status.set('available');
      if (response.ok) return parseReload(parseJson(await response.text()));
      failures += 1;
    } catch {
      // A server that is being built is not there for a while.
      status.set('unavailable');
    }
    return undefined;
  }

  /** A layout that cannot be had is told of, and the page stays as it is. */
  async function reopened(): Promise<void> {
    try {
      const [layout, dependencies] = await Promise.all(
        ['_dash-layout', '_dash-dependencies'].map(async (path) => parseJson(await text(config.prefix + path))),
      );
      if (!hasItsFunctions(dependencies)) return reloaded();
      const focused = document.activeElement?.id;
      await reopen?.(keeper.restored(layout), dependencies);
      if (focused) document.getElementById(focused)?.focus();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      errors.add({ title: 'The new version of the page cannot be shown', message, chain: [] });
    }
  }

  function reloaded(): void {
    keeper.save();
    window.location.reload();
  }

  async function askAgain(interval: number, maxRetry: number): Promise<void> {
    await ask();
    if (failures <= maxRetry) return void setTimeout(() => void askAgain(interval, maxRetry), interval);
    const message = `the server failed ${failures} times to say whether it changed; load the page again`;
    errors.add({ title: 'Hot reload has stopped', message, chain: [] });
  }

  return {
    ...status,
    attend: (_, next) => {
      if (reopen === undefined && settings !== undefined) void askAgain(settings.interval, settings.maxRetry);
      reopen = next;
    },
  };
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  const body = await response.text();
  if (response.ok) return body;
  throw new Error(`the server answered ${response.status}: ${body.slice(0, 300)}`);
}

/** The text of a new function stands in the document alone. */
function hasItsFunctions(dependencies: unknown): boolean {
  const inline = window.dash_clientside?.['_dashprivate_clientside_funcs'] ?? {};
  const names = JSON.stringify(dependencies).matchAll(/"_dashprivate_clientside_funcs","function_name":"([^"]+)"/g);
  return [...names].every(([, name = '']) => name in (inline as Record<string, unknown>));
}
