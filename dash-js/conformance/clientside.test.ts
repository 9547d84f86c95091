// Callbacks that the browser runs.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('clientside', 'results, promises, marks, contexts, side effects and patches', async ({ page, shows, text }) => {
  await shows('#shouted', 'a!');
  await shows('#echoed', 'the server heard a!');
  await shows('#later', 'later a');
  await shows('#patched', '[1]');
  await expect.poll(() => page.locator('.item').allTextContents()).toEqual(['a0', 'a1', 'a2']);
  expect(JSON.parse((await text('#context')) ?? '')).toEqual({
    triggered: [],
    inputs: { 'in.value': 'a' },
    inputs_list: [{ id: 'in', property: 'value', value: 'a' }],
    states: { 'go.id': 'go' },
    states_list: [{ id: 'go', property: 'id', value: 'go' }],
    outputs_list: { id: 'context', property: 'children' },
  });

  await page.locator('#in').fill('b');
  await shows('#echoed', 'the server heard b!');
  await expect.poll(() => page.locator('.item').allTextContents()).toEqual(['b0', 'b1', 'b2']);
  await expect.poll(() => text('#context')).toContain('"triggered":[{"prop_id":"in.value","value":"b"}],"triggered_id":"in"');

  await page.locator('#go').click();
  await shows('#heard', 'heard set 1');
  await shows('#patched', '[1,1]');
  await shows('#kept', 'kept');
  await shows('#prevented', 'prevented');
  expect(await page.locator('#kept').getAttribute('title')).toBe('not kept 1');
});
