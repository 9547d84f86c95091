// The example `live`: a callback over the socket that all pages of a browser share, and what it sets while it runs.
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;
let gate: Gate;

beforeAll(async () => {
  example = await startExample('live');
  gate = await openGate(new URL(example.url).port);
});
afterAll(async () => {
  gate.server.close();
  await example.stop();
});

/** Stands before a server and counts the sockets that go through. */
interface Gate {
  readonly url: string;
  readonly server: Server;
  sockets: number;
}

async function openGate(port: string): Promise<Gate> {
  const server = createServer((browser) => {
    const inside = connect(Number(port), '127.0.0.1');
    browser.on('data', (bytes) => {
      if (/^GET \S*_dash-ws-callback\?/.test(bytes.toString('latin1'))) gate.sockets += 1;
    });
    for (const end of [browser, inside]) end.on('error', () => {});
    browser.pipe(inside).pipe(browser);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const gate = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server, sockets: 0 };
  return gate;
}

const button = (page: Page) => page.getByRole('button', { name: 'Throw' });
const estimate = (page: Page) => page.locator('#estimate').textContent();
const progress = (page: Page) => page.locator('#progress').evaluate((bar) => Number(bar.getAttribute('value')));
const points = (page: Page) => page.locator('#chart .scatterlayer .point').count();

/** The callbacks that were called by HTTP. */
function postsOf(page: Page): string[] {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('_dash-update-component')) posts.push(request.postData() ?? '');
  });
  return posts;
}

async function isDone(page: Page): Promise<void> {
  await expect.poll(() => estimate(page), { timeout: 20_000 }).toMatch(/^π is about 3\.14/);
}

test('a long computation shows how far it is while it runs', async ({ page }) => {
  const posts = postsOf(page);
  await page.goto(example.url);
  await button(page).click();
  await expect.poll(() => progress(page)).toBeGreaterThan(0);
  expect(await progress(page)).toBeLessThan(40);
  expect(await button(page).isDisabled()).toBe(true);
  expect(await estimate(page)).toMatch(/^So far/);
  await isDone(page);
  expect(await progress(page)).toBe(40);
  await expect.poll(() => points(page)).toBe(40);
  expect(await button(page).isEnabled()).toBe(true);
  expect(posts).toEqual([]);
});

test('two pages share one socket, and each sees its own', async ({ page }) => {
  const before = gate.sockets;
  const other = await page.context().newPage();
  await Promise.all([page, other].map((one) => one.goto(gate.url)));
  await button(page).click();
  await isDone(page);
  expect(await estimate(other)).toBe('No dart is thrown yet');
  await button(other).click();
  await isDone(other);
  expect(gate.sockets - before).toBe(1);
});

test('a server that is killed comes back: the page goes on, and nothing hangs', async ({ page, complaints }) => {
  const posts = postsOf(page);
  const first = await startExample('live');
  onTestFinished(first.stop);
  await page.goto(first.url);
  await button(page).click();
  await expect.poll(() => progress(page)).toBeGreaterThan(0);
  await first.stop();
  // It may have been cut off only; then the page says so.
  await page.getByText('The server cannot be reached').waitFor();
  const second = await startExample('live', Number(new URL(first.url).port));
  onTestFinished(second.stop);
  // What was under way is lost, and nothing waits for it.
  await expect.poll(() => button(page).isEnabled(), { timeout: 10_000 }).toBe(true);
  await button(page).click();
  await expect.poll(() => progress(page)).toBeLessThan(40);
  await isDone(page);
  expect(posts).toEqual([]);
  expect(complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  complaints.length = 0;
});
