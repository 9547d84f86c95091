// One load of a page in a browser that knows nothing of it yet, and inputs into it.
import type { Browser, CDPSession } from 'playwright-core';
import type { App } from './apps';
import { scriptFor } from './probe';

export interface Load {
  /** On the wire, heads included, until the page was ready. */
  readonly bytes: number;
  readonly ready: number;
  readonly inputs: readonly number[];
  /** Of JavaScript, in the end, after collection. */
  readonly heap: number;
}

export async function load(browser: Browser, url: string, app: App, limit = LIMIT_MS): Promise<Load> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(limit);
    const session = await context.newCDPSession(page);
    const received = await countBytes(session);
    await page.addInitScript({ content: scriptFor(app) });
    await page.goto(url, { waitUntil: 'commit' });
    const within = <T>(what: string, promise: Promise<T>) => withTimeout(promise, limit, `${url} ${what} after ${limit / 1000} s`);
    const ready = await within('is not ready', page.evaluate(() => window.probe.ready));
    const bytes = received();
    const inputs: number[] = [];
    for (let n = 1; n <= app.inputs; n += 1) {
      inputs.push(await within(`does not answer input ${n}`, page.evaluate((at) => window.probe.input(at), n)));
    }
    return { bytes, ready, inputs, heap: (await memory(session)).heap };
  } finally {
    await context.close();
  }
}

async function withTimeout<T>(promise: Promise<T>, limit: number, what: string): Promise<T> {
  // Once it is too late, it fails as well, because the page is closed.
  promise.catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(what)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const LIMIT_MS = 120_000;

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => bytes;
}

export interface Memory {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What is left after a collection. */
export async function memory(session: CDPSession): Promise<Memory> {
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((found) => found.name === name)?.value ?? Number.NaN;
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}
