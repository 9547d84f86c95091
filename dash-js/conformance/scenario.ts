// A scenario: one script that is run against Dash's own renderer and against ours, with the same outcome.
import type { Page, Request } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from '../e2e/browser';
import type { Renderer } from './servers';

export interface Stage {
  readonly page: Page;
  /** What the browser complained about; a script that expects complaints empties it. */
  readonly complaints: string[];
  /** The text of an element. */
  text: (selector: string) => Promise<string | null>;
  /** Waits until the element has this text. */
  shows: (selector: string, text: string) => Promise<void>;
}

type Script = (stage: Stage) => Promise<void>;

/** `app` is a file of `conformance/apps`, behind each server that it is served by. */
export function scenario(app: string, name: string, script: Script): void {
  const servers = Object.entries(inject('urls')).filter(([server]) => server.split('@')[0] === app);
  if (servers.length === 0) throw new Error(`there is no app \`${app}\``);
  for (const [server, urls] of servers) compare(`${server}: ${name}`, urls, script);
}

function compare(name: string, urls: Readonly<Record<Renderer, string>>, script: Script): void {
  describe(name, () => {
    const outcomes: Partial<Record<Renderer, unknown>> = {};
    for (const renderer of ['upstream', 'ours'] as const) {
      test(renderer, async ({ page, complaints }) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(...callbackOf(request)));
        await page.goto(urls[renderer]);
        await script(stageOf(page, complaints));
        await page.waitForFunction(() => !(window as unknown as DashWindow).store.getState().isLoading);
        // Callbacks that could run at the same time may be sent in any order.
        outcomes[renderer] = { ...(await page.evaluate(standing)), requests: sent.sort() };
        if (renderer === 'ours') expect(outcomes.ours).toEqual(outcomes.upstream);
      });
    }
  });
}

/** A machine may be busy with other things. */
const PATIENCE_MS = 30_000;

function stageOf(page: Page, complaints: string[]): Stage {
  const text: Stage['text'] = (selector) => page.locator(selector).textContent();
  return {
    page,
    complaints,
    text,
    shows: (selector, expected) => expect.poll(() => text(selector), { timeout: PATIENCE_MS }).toBe(expected),
  };
}

/** Runs in the browser: what the page shows, and what test tools read of the store. */
function standing(): Record<string, unknown> {
  /** Without times, and without what upstream leaves on a component that draws others outside of the layout. */
  const plain = (key: string, value: unknown): unknown => {
    if (key.endsWith('_timestamp')) return undefined;
    if (typeof value !== 'object' || value === null || !('namespace' in value)) return value;
    const { props, type, namespace } = value as { props: object; type: unknown; namespace: unknown };
    return { type, namespace, props: Object.fromEntries(Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1))) };
  };
  // Upstream's dev tools stand around the page.
  const place = document.getElementById('_dash-app-content') ?? document.getElementById('react-entry-point');
  const html = place!.innerHTML;
  const { layout, paths, callbacks, isLoading } = (window as unknown as DashWindow).store.getState();
  return {
    // React numbers what asks for an id, and other renderers have other components around.
    html: html.replace(/(radix-)?:r\w+:/g, 'r').replace(/ (role="button" tabindex="0"|aria-hidden="true")/g, '').replace(/></g, '>\n<'),
    layout: JSON.stringify(layout, plain, 1).replaceAll(location.origin, ''),
    paths: { strs: paths.strs, objs: paths.objs },
    stages: Object.keys(callbacks).sort(),
    isLoading,
  };
}

interface DashWindow {
  readonly store: { getState: () => DashState };
}

interface DashState {
  readonly layout: unknown;
  readonly paths: Readonly<Record<string, unknown>>;
  readonly callbacks: object;
  readonly isLoading: boolean;
}

/** What a callback was asked with; asking again after one in the background does not count. */
function callbackOf(request: Request): readonly string[] {
  const url = request.url();
  if (!url.includes('_dash-update-component') || url.includes('cacheKey=')) return [];
  const { parsedChangedPropsIds: _, changedPropIds = [], ...body } = (request.postDataJSON() ?? {}) as Asked;
  return [JSON.stringify({ ...body, changedPropIds: [...changedPropIds].sort() }, withoutTimes)];
}

const withoutTimes = (key: string, value: unknown): unknown => (key.endsWith('_timestamp') ? undefined : value);

/** The order of the props that changed tells which of two answers came first. */
interface Asked {
  readonly changedPropIds?: readonly string[];
  readonly parsedChangedPropsIds?: unknown;
}
