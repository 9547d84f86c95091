// The way to the server: hooks, tokens, another kind of server, a socket.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('hooks', 'what is asked and answered is heard, and tokens are renewed', async ({ page, shows, complaints }) => {
  await shows('#out', 'None with None');
  await expect.poll(() => page.locator('#react-entry-point').textContent()).toContain('added');
  await page.locator('#go').click();
  await shows('#out', '1 with None');
  const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const request = (value: object, changedPropIds: string[]) => ({
    output: 'out.children', outputs: { id: 'out', property: 'children' }, inputs: [{ id: 'go', property: 'n_clicks', ...value }],
    changedPropIds, parsedChangedPropsIds: changedPropIds,
  });
  const pairs = [
    [request({}, []), { out: { children: 'None with None' } }],
    [request({ value: 1 }, ['go.n_clicks']), { out: { children: '1 with None' } }],
  ] as const;
  expect(heard).toEqual([
    ['layout_pre'],
    ...pairs.flatMap(([asked, answered]) => [['request_pre', asked], ['request_post', asked, answered]]),
  ]);

  expect(complaints).toEqual([]);
  await page.locator('#go').click();
  await shows('#out', '2 with Bearer x');
  await page.locator('#go').click();
  await shows('#out', '3 with Bearer xx');
  const resolved = await page.evaluate(() => (window as unknown as { resolved: unknown[][] }).resolved);
  expect(resolved.map(([output]) => output)).toEqual(Array(4).fill('out.children'));
  // The browser itself tells of the two that were refused.
  expect(complaints.length).toBe(2);
  complaints.length = 0;
});

scenario('socket', 'callbacks over a WebSocket show what they set at once', async ({ page, shows, text }) => {
  await shows('#heard', 'heard -');
  await page.locator('#go').click();
  for (const step of [0, 1, 2]) await expect.poll(() => text('#heard'), { interval: 20, timeout: 30_000 }).toBe(`heard step ${step}`);
  await shows('#out', 'went 1, saw step 2');
});
