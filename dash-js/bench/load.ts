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
  readonly heap: number | null;
  /** What was waited for in vain; the time until it was given up then counts. */
  readonly late: string | null;
}

export async function load(browser: Browser, url: string, app: App): Promise<Load> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const session = await context.newCDPSession(page);
    const received = await countBytes(session);
    await page.addInitScript({ content: scriptFor(app) });
    await page.goto(url, { waitUntil: 'commit' });
    const ready = await inTime(page.evaluate(() => window.probe.ready));
    const bytes = received();
    if (ready === undefined) return { bytes, ready: LIMIT_MS, inputs: [LIMIT_MS], heap: null, late: `not ready${WITHIN}` };
    const inputs: number[] = [];
    for (let n = 1; n <= app.inputs; n += 1) {
      const time = await inTime(page.evaluate((at) => window.probe.input(at), n));
      inputs.push(time ?? LIMIT_MS);
      if (time === undefined) return { bytes, ready, inputs, heap: null, late: `no outcome of input ${n}${WITHIN}` };
    }
    return { bytes, ready, inputs, heap: (await memory(session)).heap, late: null };
  } finally {
    await context.close();
  }
}

/** Nothing if it takes too long; it fails in the end, because the page is closed. */
async function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  promise.catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** 500 groups of items take Dash minutes. */
const LIMIT_MS = 300_000;
const WITHIN = ` within ${LIMIT_MS / 1000} s`;

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
