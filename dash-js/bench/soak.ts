// Minutes of reading: another page of the site every second, and what the browser holds after each minute.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { memory, type Memory } from './load';

export interface Soak {
  readonly url: string;
  readonly minutes: number;
}

export interface Minute extends Memory {
  /** How many minutes it has been. */
  readonly passed: number;
  /** Elements that are in no document, and are kept all the same. */
  readonly detached: number;
}

export async function soak(browser: Browser, { url, minutes }: Soak, report: (minute: Minute) => void): Promise<void> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(url);
  for (let minute = 1; minute <= minutes; minute += 1) {
    const end = Date.now() + 60_000;
    for (let change = 0; Date.now() < end; change += 1) await turnTo(page, change);
    await page.locator('nav a').first().click();
    await page.locator('h1').waitFor();
    report({ passed: minute, ...(await memory(session)), detached: await countDetached(session) });
  }
  await page.close();
}

/** The next page of the menu, where a second is spent. */
async function turnTo(page: Page, change: number): Promise<void> {
  const links = page.locator('nav a');
  await links.first().waitFor();
  await links.nth(change % (await links.count())).click();
  await page.waitForTimeout(1_000);
}

async function countDetached(session: CDPSession): Promise<number> {
  // Prototypes count as elements, too, but have no place.
  const { result } = await session.send('Runtime.evaluate', { expression: 'Element.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration:
      'function () { return this.filter((node) => node !== node.constructor.prototype && !node.isConnected).length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  await session.send('Runtime.releaseObject', { objectId: result.objectId! });
  return count.value as number;
}
