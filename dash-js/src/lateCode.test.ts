// Callbacks that read a component whose code is on its way.
import { afterEach, expect, test } from 'vitest';
import { box, callback, component, settled, testApp } from './testing/app';

afterEach(() => {
  document.body.innerHTML = '';
});

async function open(html: string) {
  let arrive: (() => void) | undefined;
  const Table = { _dashprivate_isLazyComponentReady: new Promise<void>((done) => (arrive = done)) };
  Object.assign(window, { test: { Table } });
  document.body.innerHTML = html;
  const app = testApp(box('page', component('Table', { id: 'table' }), box('out')), [callback('out.c', [], { state: ['table.rows'] })]);
  await app.load();
  return { ...app, arrive: arrive! };
}

test('wait for it, and read what it says then', async () => {
  const { sent, store, arrive } = await open('<p id="table"></p>');
  expect(sent).toEqual([]);
  store.change(store.find('table')!, { rows: 3 });
  arrive();
  await settled();
  expect(sent.map(({ body }) => body.state)).toMatchObject([[{ value: 3 }]]);
});

test('do not wait for what is not shown', async () => {
  expect((await open('')).sent.length).toBe(1);
});
