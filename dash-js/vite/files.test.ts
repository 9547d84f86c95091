// What the Rust side is told of a build.
import type { Manifest } from 'vite';
import { expect, test } from 'vitest';
import { describeFiles } from './files';

const chunk = (file: string, more: Partial<Manifest[string]> = {}) => ({ file, ...more });
const dcc = (type: string) => `src/components/dcc/${type}/index.ts`;

const entry = { 'src/index.tsx': chunk('index.js', { isEntry: true, css: ['index.css'], imports: ['_vendor.js'] }), '_vendor.js': chunk('vendor.js', { css: ['vendor.css'] }) };
const lines = (more: Manifest) => describeFiles({ ...entry, ...more }, 'worker.js').split('\n');

test('the entry, what it imports and its styles', () => {
  expect(lines({})).toEqual(['worker worker.js', 'entry index.js', 'entry-import vendor.js', 'entry-style index.css', 'entry-style vendor.css', '']);
});

test('a component comes with all it imports, and without what the entry has', () => {
  const more: Manifest = {
    [dcc('Dropdown')]: chunk('Dropdown.js', { imports: ['src/index.tsx', '_popup.js'], css: ['Dropdown.css', 'index.css'] }),
    '_popup.js': chunk('popup.js', { imports: ['_float.js', '_vendor.js'], css: ['popup.css'] }),
    '_float.js': chunk('float.js', { imports: ['_popup.js'] }),
  };
  expect(lines(more).slice(5)).toEqual([
    'component dash_core_components/Dropdown',
    'script Dropdown.js', 'script popup.js', 'script float.js',
    'style Dropdown.css', 'style popup.css', '',
  ]);
});

test('the charts', () => {
  const source = (name: string) => `node_modules/plotly.js-${name}-dist-min/plotly-${name}.min.js`;
  const more = { [source('basic')]: chunk('basic-1.js'), [source('strict')]: chunk('strict-2.js') };
  expect(lines(more).slice(5, 7)).toEqual(['plotly basic basic-1.js', 'plotly strict strict-2.js']);
});

test('a build without entry is refused', () => {
  expect(() => describeFiles({}, 'worker.js')).toThrow('no entry');
});
