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

/** `app` is a file of `conformance/apps`. */
export function scenario(app: string, name: string, script: (stage: Stage) => Promise<void>): void {
  describe(`${app}: ${name}`, () => {
    const requests: Partial<Record<Renderer, readonly string[]>> = {};
    for (const renderer of ['upstream', 'ours'] as const) {
      test(renderer, async ({ page, complaints }) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(...callbackOf(request)));
        await page.goto(inject('urls')[app]![renderer]);
        await script(stageOf(page, complaints));
        requests[renderer] = sent.sort();
        // Callbacks that could run at the same time may be sent in any order.
        if (renderer === 'ours') expect(requests.ours).toEqual(requests.upstream);
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
