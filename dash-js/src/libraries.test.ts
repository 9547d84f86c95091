// Bundles that an answer brings.
import { afterEach, expect, test, vi } from 'vitest';
import { loadLibraries } from './libraries';
import { parseAnswer } from './protocol';

const appended: HTMLElement[] = [];
const catchElements = () =>
  vi.spyOn(document.head, 'append').mockImplementation((element) => void appended.push(element as HTMLElement));

afterEach(() => appended.splice(0));

test('are scripts and style sheets, each loaded once, and waited for', async () => {
  catchElements();
  const dist = [{ type: '_js_dist', url: '/a.js' }, { type: '_css_dist', url: '/a.css' }];
  const { libraries } = parseAnswer({ multi: true, response: {}, dist }, 'out.c');
  let done = false;
  const loading = loadLibraries(libraries!).then(() => (done = true));
  expect(appended.map(({ outerHTML }) => outerHTML)).toEqual([
    expect.stringMatching(/^<script.*src="\/a\.js"/), expect.stringMatching(/^<link.*href="\/a\.css"/),
  ]);
  appended[0]!.onload!(new Event('load'));
  await new Promise((next) => setTimeout(next));
  expect(done).toBe(false);
  appended[1]!.onload!(new Event('load'));
  await loading;
  await loadLibraries(libraries!);
  expect(appended.length).toBe(2);
});

test('do not hold the answer up when they do not come', async () => {
  catchElements();
  const loading = loadLibraries([{ kind: 'script', url: '/gone.js' }]);
  appended[0]!.dispatchEvent(new Event('error'));
  await loading;
});
