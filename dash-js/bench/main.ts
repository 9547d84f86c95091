// Loads the pages it is told to, side by side, and prints each load as a line of JSON. Judges nothing.
import { chromium, type Browser } from 'playwright-core';
import { startApps } from '../conformance/servers';
import { APPS } from './apps';
import { load } from './load';
import { type Soak, soak } from './soak';

/** What `cargo xtask bench browser` asks for in `DASH_BENCH`. */
interface Order {
  readonly rounds: number;
  /** Addresses by side, by app. */
  readonly apps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The folder of Python apps to put beside them. */
  readonly python: string | null;
  /** A site to stay on instead. */
  readonly soak?: Soak | null;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function main(): Promise<void> {
  const order = JSON.parse(process.env['DASH_BENCH'] ?? '{}') as Order;
  const python = order.python === null ? undefined : await startApps(order.python);
  const browser = await chromium.launch({ executablePath: process.env['CHROME'] ?? 'chromium', args: FLAGS });
  try {
    if (order.soak != null) await soak(browser, order.soak, (minute) => console.log(JSON.stringify(minute)));
    for (const [app, urls] of Object.entries(order.apps)) {
      const dash = python?.urls[app]?.['upstream'];
      await measure(browser, app, dash === undefined ? urls : { ...urls, dash }, order.rounds);
    }
  } finally {
    await browser.close();
    await python?.stop();
  }
}

/**
 * One load of each side after the other, each first in its turn; the first round warms up. A side that has
 * taken very long is not loaded again, and what it came to then counts.
 */
async function measure(browser: Browser, name: string, urls: Readonly<Record<string, string>>, rounds: number): Promise<void> {
  const app = APPS[name];
  if (app === undefined) throw new Error(`no page \`${name}\``);
  const sides = Object.entries(urls);
  const spent = new Map<string, number>();
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const [side, url] = sides[(turn + round) % sides.length]!;
      const before = spent.get(side) ?? 0;
      if (before > PATIENCE_MS) continue;
      const start = performance.now();
      const result = await load(browser, url, app);
      spent.set(side, before + performance.now() - start);
      const isLast = (spent.get(side) ?? 0) > PATIENCE_MS;
      if (round > 0 || isLast) console.log(JSON.stringify({ app: name, side, round: Math.max(round, 1), ...result }));
    }
  }
}

const PATIENCE_MS = 240_000;
