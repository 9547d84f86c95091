// What an answer about changes asks for.
import { expect, test } from 'vitest';
import { parseReload, type Reload, stepBetween } from './reload';

const reload = (more: Partial<Reload>): Reload => ({ hash: 'a', hard: false, packages: ['dash', 'js 1'], files: [], ...more });
const css = { url: '/assets/a.css', modified: 1, isCss: true };
const js = { url: '/assets/a.js', modified: 1, isCss: false };

test.each<[string, Partial<Reload>, string]>([
  ['the same', {}, 'none'],
  ['a new start', { hash: 'b' }, 'soft'],
  ['another front end', { hash: 'b', packages: ['dash', 'js 2'] }, 'hard'],
  ['one package more', { hash: 'b', packages: ['dash', 'js 1', 'x'] }, 'hard'],
  ['a style sheet', { hash: 'b', hard: true, files: [css] }, 'css'],
  ['a style sheet beside a script', { hash: 'b', hard: true, files: [css, js] }, 'hard'],
  ['hard without a file', { hash: 'b', hard: true }, 'hard'],
])('%s', (_, now, kind) => expect(stepBetween(reload({}), reload(now)).kind).toBe(kind));

test('an answer is read, and what is none is not', () => {
  const raw = { reloadHash: 'a', hard: true, packages: ['dash'], files: [{ url: '/a.css', modified: 2, is_css: true }] };
  const files = [{ url: '/a.css', modified: 2, isCss: true }];
  expect(parseReload(raw)).toEqual({ hash: 'a', hard: true, packages: ['dash'], files });
  expect([parseReload({}), parseReload('x')]).toEqual([undefined, undefined]);
});
