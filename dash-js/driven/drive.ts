// One script for an example of ours, played under Dash's renderer and under our own: both show the same and ask the same.
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '../e2e/browser';
import { debugExample, type Example, startExample } from '../e2e/example';
import { CHECKING, drawWithUpstream, SCRIPTS } from './upstream';

/** What the user does, and then what elements show, by their selectors. */
export type Step = readonly [
  name: string,
  act: (page: Page) => Promise<unknown>,
  shows: Readonly<Record<string, string | readonly string[]>>,
];

type Steps = readonly [Step, ...Step[]];

export function drive(name: string, steps: Steps): void {
  describe(name, () => {
    let [plain, debug]: Example[] = [];
    let asked: readonly string[];
    beforeAll(async () => {
      [plain, debug] = await Promise.all([startExample(name), debugExample(name)]);
    });
    afterAll(() => Promise.all([plain, debug].map((example) => example?.stop())));

    test(`drawn by upstream: ${steps.length} steps`, async ({ page }) => {
      await drawWithUpstream(page, plain!.url, SCRIPTS);
      asked = await playAll(page, plain!.url, steps);
    });

    test('drawn by ours, with the same questions to the server', async ({ page }) => {
      expect(await playAll(page, plain!.url, steps)).toEqual(asked);
    });

    test('drawn by upstream, which checks callbacks and props and has nothing to say', async ({ page }) => {
      await drawWithUpstream(page, debug!.url, CHECKING);
      expect(await playAll(page, debug!.url, steps)).toEqual(asked);
      expect(await page.locator('.test-devtools-error-count').count()).toBe(0);
    });
  });
}

/** What the server was asked after the first step: a page of ours comes with what Dash's asks for first. */
async function playAll(page: Page, url: string, [first, ...rest]: Steps): Promise<readonly string[]> {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(...callbackOf(request)));
  await page.goto(url);
  await play(page, first);
  sent.length = 0;
  for (const step of rest) await play(page, step);
  return sent.sort();
}

async function play(page: Page, [name, act, shows]: Step): Promise<void> {
  await act(page);
  for (const [selector, expected] of Object.entries(shows)) {
    const elements = page.locator(selector);
    const found = () => (typeof expected === 'string' ? elements.first().textContent() : elements.allTextContents());
    await expect.poll(found, { timeout: PATIENCE_MS, message: `${name}: ${selector}` }).toEqual(expected);
  }
  await page.waitForFunction(isIdle);
}

/** A machine may be busy with other things. */
const PATIENCE_MS = 30_000;

/** Runs in the browser. */
const isIdle = (): boolean =>
  !(window as unknown as { store: { getState: () => { isLoading: boolean } } }).store.getState().isLoading;

/** What a callback was asked with, without times, and without the order of what changed. */
function callbackOf(request: Request): readonly string[] {
  const url = request.url();
  if (!url.includes('_dash-update-component') || url.includes('cacheKey=')) return [];
  const { parsedChangedPropsIds: _, changedPropIds = [], ...body } = (request.postDataJSON() ?? {}) as Asked;
  return [JSON.stringify({ ...body, changedPropIds: [...changedPropIds].sort() })];
}

interface Asked {
  readonly changedPropIds?: readonly string[];
  readonly parsedChangedPropsIds?: unknown;
}

/** The page as it is once the first callbacks have run. */
export const atFirst = (shows: Step[2]): Step => ['at first', () => Promise.resolve(), shows];
