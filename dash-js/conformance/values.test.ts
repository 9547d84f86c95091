// Values: chains, patterns, patches, first calls, side updates.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('chain', 'what two callbacks write is read once', async ({ page, shows }) => {
  await shows('#both', 'ABC has 3');
  await shows('#saved', 'nothing');
  await page.locator('#in').fill('hello');
  await shows('#both', 'HELLO has 5');
  await page.locator('#save').click();
  await shows('#saved', '1: hello, HELLO has 5');
});

scenario('rows', 'rows come, change and go', async ({ page, shows }) => {
  const rows = () => page.locator('.row span').allTextContents();
  await shows('#total', '0 rows, 0 in all');
  await page.locator('#add').click();
  await shows('#total', '1 rows, 1 in all');
  // The next call is sent the rows as they stand.
  await expect.poll(rows).toEqual(['twice: 2', ' below: []']);
  await page.locator('#add').click();
  await shows('#total', '2 rows, 3 in all');
  await expect.poll(rows).toEqual(['twice: 2', ' below: []', 'twice: 4', ' below: [1]']);
  await page.locator('.row input').first().fill('7');
  await shows('#total', '2 rows, 9 in all');
  await expect.poll(rows).toEqual(['twice: 14', ' below: []', 'twice: 4', ' below: [7]']);
  await shows('#last', "{'index': 1, 'type': 'n'}");
  await page.locator('.remove').first().click();
  await shows('#total', '1 rows, 2 in all');
  await expect.poll(rows).toEqual(['twice: 4', ' below: []']);
});

scenario('making', 'a callback that another one makes', async ({ page, shows, text }) => {
  await page.locator('#use').click();
  const again = page.waitForResponse('**/_dash-dependencies');
  await page.locator('#make').click();
  await shows('#made', 'made');
  await again;
  expect(await text('#used')).toBe('unused');
  await page.locator('#use').click();
  await shows('#used', 'used 2');
});

scenario('patch', 'each edit changes what is there', async ({ page, shows }) => {
  const edits: readonly (readonly [string, string])[] = [
    ['assign', '{"list":[1,2,3],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['append', '{"list":[1,2,3,4],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['prepend', '{"list":[0,1,2,3,4],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['insert', '{"list":[0,"x",1,2,3,4],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['remove', '{"list":[0,1,2,3,4],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['extend', '{"list":[0,1,2,3,4,5,6],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['delete', '{"list":[0,1,2,3,4,5],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['reverse', '{"list":[5,4,3,2,1,0],"map":{"a":{"b":1,"c":2}},"n":10}'],
    ['merge', '{"list":[5,4,3,2,1,0],"map":{"a":{"b":1,"c":2},"d":4},"n":10}'],
    ['math', '{"list":[5,4,3,2,1,0],"map":{"a":{"b":1,"c":2},"d":4},"n":6}'],
    ['clear', '{"list":[],"map":{"a":{"b":1,"c":2},"d":4},"n":6}'],
  ];
  for (const [edit, shown] of edits) {
    await page.locator(`#${edit}`).click();
    await shows('#shown', shown);
  }
  expect(await page.locator('#items li').allTextContents()).toEqual(['first', ...edits.map(([edit]) => edit)]);
});

scenario('initial', 'first calls, duplicates, new components and side updates', async ({ page, shows }) => {
  await expect.poll(() => page.locator('#twice').textContent()).toMatch(/^(first None|second at start)$/);
  await shows('#seen', 'saw not yet');
  await shows('#side-heard', 'heard unset');
  await shows('#prevented', 'not yet');

  await page.locator('#other').click();
  await shows('#side-heard', 'heard set 1');
  await shows('#twice', 'second 1');

  await page.locator('#go').click();
  await shows('#prevented', 'went 1');
  await shows('#seen', 'saw went 1');
  await shows('#twice', 'first 1');
  // A callback outside of the new piece runs, one inside does not.
  await shows('#far', 'far None');
  await shows('#near', 'still');
  await page.locator('#new').click();
  await shows('#near', 'near 1');
  await shows('#far', 'far 1');
});

scenario('missing', 'what is not there yet is waited for, skipped, or named', async ({ page, shows, complaints }) => {
  await shows('#place', 'nothing yet');
  await shows('#follows-too', 'follows first, Title');
  await shows('#list', '[]');
  await shows('#optional', 'None Title');
  await shows('#all-missing', 'first');
  await shows('#follows', 'second');
  await expect.poll(() => complaints.join()).toContain('The id of this object is `b` and the property is `children`.');
  expect(complaints.join()).toContain('ReferenceError');
  complaints.length = 0;

  await page.locator('#go').click();
  await shows('#all-missing', 'A Title');
  await shows('#follows', 'follows A Title');
  await shows('#follows-too', 'follows A Title, Title');
  await shows('#some-missing', 'B Title');
  await shows('#list', "['I']");
});

scenario('series', 'each member reads the smaller ones', async ({ page, shows }) => {
  const expected = ['3: 2', '4: 4', '5: 7', '4: 4', '3: 2', '2: 1', '1: 0', '0: 0'];
  const both = async (text: string) => {
    await shows('#sum-here', text);
    await shows('#sum-there', text);
  };
  await both(expected[0]!);
  for (const [i, text] of expected.slice(1).entries()) {
    await page.locator(i < 2 ? '#more' : '#less').click();
    await both(text);
  }
});

scenario('todo', 'tasks are added, done and cleared', async ({ page, shows }) => {
  const notes = () => page.locator('#tasks i').allTextContents();
  const check = (n: number) => page.locator('#tasks input').nth(n).check();
  await shows('#total', '0 of 0');
  for (const [i, text] of ['apples', 'bananas', 'carrots'].entries()) {
    await page.locator('#text').fill(text);
    await page.locator('#add').click();
    await shows('#total', `0 of ${i + 1}`);
  }
  await expect.poll(notes).toEqual(['0 of 0 before', '0 of 1 before', '0 of 2 before']);
  await check(1);
  await shows('#total', '1 of 3');
  await expect.poll(notes).toEqual(['0 of 0 before', '', '1 of 2 before']);
  await page.locator('#clear').click();
  await shows('#total', '0 of 2');
  await expect.poll(notes).toEqual(['0 of 0 before', '0 of 1 before']);
  await check(0);
  await shows('#total', '1 of 2');
  await check(1);
  await shows('#total', '2 of 2');
  await page.locator('#clear').click();
  await shows('#total', '0 of 0');
});
