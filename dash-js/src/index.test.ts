// The start of a page: from what the server put into it, or from what it answers.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callback, settled } from './testing/app';
import { json } from './testing/server';

const layout = { type: 'H1', namespace: 'dash_html_components', props: { children: 'Hello' } };
const config = { requests_pathname_prefix: '/app/' };

const inPage = (id: string, value: unknown) => `<script id="${id}" type="application/json">${JSON.stringify(value)}</script>`;
const place = () => document.getElementById('react-entry-point')!;

/** Opens a page and answers the paths it asks for. */
async function open(parts: string, answer: (path: string) => Response = () => json({}, 404)): Promise<string[]> {
  const asked: string[] = [];
  document.body.innerHTML = `<main id="react-entry-point"><div class="_dash-loading">Loading...</div></main>${parts}`;
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer(path);
  });
  await import('./index');
  await vi.waitFor(() => expect(place().querySelector('._dash-loading')).toBeNull());
  await settled();
  return asked;
}

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

test('what is in the page is not asked for', async () => {
  const asked = await open(inPage('_dash-config', config) + inPage('_dash-layout', layout) + inPage('_dash-dependencies', []));
  expect([place().querySelector('h1')!.textContent, asked]).toEqual(['Hello', []]);
});

test('what is not is', async () => {
  const asked = await open(inPage('_dash-config', config), (path) => json(path.endsWith('layout') ? layout : []));
  expect([place().querySelector('h1')!.textContent, asked]).toEqual(['Hello', ['/app/_dash-layout', '/app/_dash-dependencies']]);
});

test('what callbacks answer at once is part of the first drawing', async () => {
  const text = (id: string) => ({ type: 'P', namespace: 'dash_html_components', props: { id } });
  const page = { ...layout, props: { children: [text('in'), text('out')] } };
  const dependencies = [callback('out.children', ['in.n_clicks'])];
  const opened = open(
    inPage('_dash-config', config) + inPage('_dash-layout', page) + inPage('_dash-dependencies', dependencies),
    () => json({ multi: true, response: { out: { children: 'answered' } } }),
  );
  const drawn: string[] = [];
  new MutationObserver(() => drawn.push(place().innerHTML)).observe(place(), { childList: true, subtree: true, characterData: true });
  await opened;
  expect(drawn).toEqual(['<h1><p id="in"></p><p id="out">answered</p></h1>']);
});

test.each<[string, string, () => Response, string]>([
  ['a server error', inPage('_dash-config', config), () => json({ error: { message: 'no sales today' } }, 500), 'no sales today'],
  ['a page in place of the layout', inPage('_dash-config', config), () => new Response('<html>'), 'not JSON'],
  ['no configuration', '', () => json({}), 'the configuration is not an object'],
])('%s is told in place of the page', async (_, parts, answer, message) => {
  const refused = new Promise<unknown>((done) => process.once('unhandledRejection', done));
  await open(parts, answer);
  expect(place().querySelector('[role=alert]')!.textContent).toContain(`This page cannot be shown: `);
  expect(place().textContent).toContain(message);
  expect(String(await refused)).toContain(message);
});
