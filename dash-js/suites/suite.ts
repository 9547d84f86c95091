// A page of a suite made by others, and what a user does on it: each act has the same outcome under Dash's renderer and ours.
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from '../e2e/browser';

/** What the user does, and then the texts of elements by their selectors. */
export type Interaction = readonly [
  name: string,
  act: (page: Page) => Promise<unknown>,
  shows: Readonly<Record<string, string>>,
];

/** `app` is a page of the crate `conformance`, and its twin in Python. */
export function suite(app: string, interactions: readonly Interaction[]): void {
  let text: string | undefined;
  for (const renderer of ['upstream', 'ours'] as const) {
    test(`${app}, drawn by ${renderer}: ${interactions.length} interactions`, async ({ page, complaints }) => {
      await page.goto(inject('pages')[app]![renderer]);
      for (const [name, act, shows] of interactions) {
        await act(page).catch((error: unknown) => fail(name, error));
        for (const [selector, expected] of Object.entries(shows)) {
          const found = () => page.locator(selector).first().textContent({ timeout: PATIENCE_MS });
          await expect.poll(found, { timeout: PATIENCE_MS, message: `${name}: ${selector}` }).toBe(expected);
        }
      }
      if (renderer === 'upstream') text = await page.evaluate(textOfPage);
      else await expect.poll(() => page.evaluate(textOfPage), { timeout: PATIENCE_MS }).toBe(text);
      complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !OF_BUNDLES.test(complaint)));
    });
  }
}

/** All that a reader sees; announcements come and go with time. */
function textOfPage(): string {
  document.querySelectorAll('[aria-live]').forEach((announcement) => announcement.setAttribute('hidden', ''));
  return document.body.innerText;
}

/** What bundles warn of whoever draws them: of a prop of cytoscape, and of one that AG Grid's own wrapper sets. */
const OF_BUNDLES = /^(You have set a custom wheel sensitivity|AG Grid: As of version [\d.]+, using `rowSelection`)/;

/** A machine may be busy with other things. */
const PATIENCE_MS = 30_000;

function fail(name: string, error: unknown): never {
  throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/** The page as it is once the first callbacks have run. */
export const atFirst = (shows: Readonly<Record<string, string>>): Interaction => ['at first', () => Promise.resolve(), shows];
