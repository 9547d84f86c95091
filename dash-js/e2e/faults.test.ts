// What goes wrong around a page, and what its reader sees: a message that is clear, and everything else as it was.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { changeComponent } from './change';
import { type Example, startExample } from './example';

let save: Example;
let client: Example;
let todo: Example;

beforeAll(async () => {
  [save, client, todo] = await Promise.all(['save', 'client', 'todo'].map((name) => startExample(name))) as [Example, Example, Example];
});
afterAll(() => Promise.all([save, client, todo].map((example) => example.stop())));

const notice = (page: Page) => page.locator('.dash-notice');
const banner = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByLabel('Text');
const press = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
const saved = (page: Page) => page.locator('#saved').textContent();

/** The page writes each of its messages to the console, too, and the browser one for each failed request. */
const expectComplaints = async (complaints: string[], pattern: RegExp): Promise<void> => {
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.filter((complaint) => !pattern.test(complaint))).toEqual([]);
  complaints.length = 0;
};

test.for([
  ['no JSON', { status: 200, body: '<html>Welcome' }, "the server's answer cannot be read: the text is not JSON"],
  ['JSON of another kind', { status: 200, json: [1] }, "the server's answer cannot be read: the answer is not an object"],
  ['a refusal', { status: 400, json: { error: { message: '`text.value` is 5: expected text' } } }, '`text.value` is 5: expected text'],
  ['a login page', { status: 401, contentType: 'text/html', body: '<h1>Log in</h1>' }, 'the server answered 401 Unauthorized'],
  ['a limit', { status: 413, contentType: 'text/plain', body: 'too large' }, 'the server answered 413 Payload Too Large: too large'],
  ['a failure', { status: 500, json: { error: { message: 'the callback failed', output: 'x' } } }, 'the callback failed'],
  ['a proxy without its server', { status: 502, contentType: 'text/html', body: '<hr>nginx' }, 'the server answered 502 Bad Gateway'],
] as const)('%s is told of, and the next try works', async ([, answer, message], { page, complaints }) => {
  await page.goto(save.url);
  await field(page).fill('Milk');
  await page.route('**/_dash-update-component*', (route) => route.fulfill(answer), { times: 1 });
  await press(page);
  await notice(page).waitFor();
  expect(await notice(page).locator('strong').textContent()).toBe('saved.children, status.children could not be updated');
  expect(await notice(page).locator('p').textContent()).toBe(message);
  expect(await field(page).inputValue()).toBe('Milk');

  await press(page);
  await expect.poll(() => saved(page)).toBe('Milk');
  await notice(page).waitFor({ state: 'detached' });
  await expectComplaints(complaints, /could not be updated|Failed to load resource/);
});

test('what is typed while the server restarts is kept, and sent when it is back', async ({ page, complaints }) => {
  const own = await startExample('save');
  await page.goto(own.url);
  await field(page).fill('Milk');
  await own.stop();
  await press(page);
  await banner(page).getByText('The server cannot be reached').waitFor();
  await field(page).fill('Milk and bread');

  const back = await startExample('save', Number(new URL(own.url).port));
  await expect.poll(() => saved(page)).toBe('Milk and bread');
  await expect.poll(() => banner(page).textContent()).toBe('');
  await back.stop();
  await expectComplaints(complaints, /ERR_CONNECTION/);
});

test('a slow answer is waited for, and said to be; the rest of the page works', async ({ page }) => {
  await page.clock.install();
  await page.goto(client.url);
  await expect.poll(() => page.locator('#words').textContent()).toContain('12000');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_dash-update-component*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('slider').press('ArrowRight');
  await page.clock.fastForward(1_000);
  await expect.poll(() => page.title()).toBe('Updating...');
  expect(await banner(page).textContent()).toBe('');
  await page.clock.fastForward(10_000);
  await banner(page).getByText('Still waiting for the server').waitFor();
  // A callback of the browser's own does not wait.
  await expect.poll(() => page.locator('#rate').textContent()).toBe('106.85');

  release();
  await expect.poll(() => page.locator('#words').textContent()).toContain('11 years');
  await expect.poll(() => banner(page).textContent()).toBe('');
  expect(await page.title()).toBe('Dash');
});

test.for([
  ['a component that throws', { props: { style: 'no style' } }, /^Blockquote saved cannot be shown: its `style` is not an object/],
  ['a component of a suite that is not here', { namespace: 'nowhere', type: 'Thing' }, /^Thing saved cannot be shown: this page has no component `Thing` of `nowhere`/],
  ['a component that is not in its suite', { namespace: 'dash_core_components', type: 'Thing' }, /^Thing saved cannot be shown: this page has no component `Thing`/],
] as const)('%s leaves the rest as it is', async ([, change, message], { page, complaints }) => {
  await changeComponent(page, save.url, 'saved', change);
  await page.goto(save.url);
  await expect.poll(() => page.locator('.dash-component-error').textContent()).toMatch(message);
  await field(page).fill('Milk');
  await press(page);
  await expect.poll(() => page.locator('#status').textContent()).toBe('Saved 4 characters');
  await expectComplaints(complaints, /^\w+ saved cannot be shown|React error #62/);
});

test('code that does not come is told of, and comes with the next load', async ({ page, complaints }) => {
  await page.route('**/Input-*.js', (route) => route.abort());
  await page.goto(save.url);
  const failed = page.locator('.dash-component-error');
  await expect.poll(() => failed.textContent()).toContain('Input text cannot be shown: its code could not be loaded');
  expect(await page.locator('#status').textContent()).toBe('Nothing is saved yet');
  await page.unrouteAll();
  await page.reload();
  await field(page).waitFor();
  await expectComplaints(complaints, /ERR_FAILED|could not be loaded|Failed to fetch/);
});

/** Not a byte more fits. */
function fill(): void {
  for (const size of [65_536, 256, 1]) {
    const text = 'x'.repeat(size);
    try {
      for (let i = 0; ; i += 1) localStorage.setItem(`full ${size} ${i}`, text);
    } catch {
      // As wanted: something smaller may fit.
    }
  }
}

test('a full storage is told of once, and what is typed stays', async ({ page, complaints }) => {
  await page.addInitScript(fill);
  await changeComponent(page, todo.url, 'task', { props: { persistence: true } });
  await page.goto(todo.url);
  await page.getByLabel('New task').fill('Milk');
  await page.getByLabel('New task').press('Enter');
  await expect.poll(() => page.locator('#rows li').allTextContents()).toEqual(['Milk']);
  expect(await notice(page).count()).toBe(1);
  expect(await notice(page).textContent()).toContain('What was entered cannot be kept for later');
  await expectComplaints(complaints, /cannot be kept for later/);
});

test('a store that no longer fits into the browser still feeds the page', async ({ page, complaints }) => {
  await page.addInitScript(fill);
  await changeComponent(page, todo.url, 'tasks', { props: { storage_type: 'local' } });
  await page.goto(todo.url);
  await page.getByLabel('New task').fill('Milk');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => page.locator('#rows li').allTextContents()).toEqual(['Milk']);
  expect(await notice(page).textContent()).toContain('the data of `Store` "tasks" was not stored');
  await expectComplaints(complaints, /was not stored/);
});
