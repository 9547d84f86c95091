// One Chromium for a test file, and a page for each test that fails the test if anything goes wrong in it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect, test as base } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const executablePath = process.env['CHROME'] ?? PLACES.find(existsSync);
  if (executablePath === undefined) throw new Error('Chromium is missing: install it, or set `CHROME` to its path');
  return chromium.launch({ executablePath, args: FLAGS });
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

interface Fixtures {
  page: Page;
  /** What the browser complained about; a test that expects a complaint empties it. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  // Vitest reads from this pattern which fixtures a fixture needs: none.
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  page: async ({ complaints }, use) => {
    browser ??= launch();
    const context = await (await browser).newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && !ABOUT_THE_MACHINE.test(message.text())) complaints.push(message.text());
    });
    // As the console says it, too, but not for what is only reported.
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    page.on('request', (request) => {
      if (isForeign(request.url())) complaints.push(`request to ${request.url()}`);
    });
    await use(page);
    await context.close();
  },
});

/** Where there is no graphics card, the browser remarks on how slow it is. */
const ABOUT_THE_MACHINE = /^\[\.WebGL-\w+\]GL Driver Message/;

const isForeign = (url: string): boolean => /^(https?|wss?):/.test(url) && new URL(url).hostname !== '127.0.0.1';
