// Request bodies, against the wire fixtures.
import { expect, test } from 'vitest';
import type { Id } from './ids';
import { parseLayout } from './protocol';
import { box, callback, testApp } from './testing/app';
import { fixtures } from './testing/wire';

test.each(fixtures('request'))('$name', async ({ layout, dependency, trigger, request }) => {
  const { change, load, sent } = testApp(parseLayout(layout), [dependency]);
  if (trigger === null) await load();
  else {
    const { id, props } = trigger as { id: Id; props: Record<string, unknown> };
    await change(id, props);
  }
  expect(sent.map(({ body }) => JSON.parse(JSON.stringify(body)))).toEqual([request]);
});

test('several MATCH values make one request each', async () => {
  const row = (index: number) => box({ type: 'row', index });
  const id = '{"index":["MATCH"],"type":"row"}';
  const { load, sent } = testApp(box('page', row(1), row(2)), [callback(`${id}.title`, [`${id}.value`])]);
  await load();
  expect(sent.map(({ body }) => body.outputs)).toMatchObject([{ id: { index: 1 } }, { id: { index: 2 } }]);
});

