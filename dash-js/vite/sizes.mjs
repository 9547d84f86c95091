// Prints what every file of `dist` weighs, and fails if the entry weighs too much.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

const DIST = process.env.DASH_JS_OUT ?? 'dist';
/** React, the renderer and html, with Brotli. */
const ENTRY_BUDGET_BYTES = 60_000;

const size = (file) => (existsSync(file) ? statSync(file).size : undefined);
const rows = readdirSync(DIST)
  .filter((name) => !/\.(br|gz)$/.test(name) && !name.startsWith('.'))
  .map((name) => ({ name, ...Object.fromEntries([['raw', ''], ['gz', '.gz'], ['br', '.br']].map(([key, end]) => [key, size(`${DIST}/${name}${end}`)])) }))
  .sort((a, b) => b.raw - a.raw);

const kb = (bytes) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1)).padStart(9);
console.log(`${'KB'.padEnd(40)}${['raw', 'gzip', 'brotli'].map((head) => head.padStart(9)).join('')}`);
for (const { name, raw, gz, br } of rows) console.log(`${name.padEnd(40)}${kb(raw)}${kb(gz)}${kb(br)}`);

const entry = /^entry (.+)$/m.exec(readFileSync(`${DIST}/.vite/dash.txt`, 'utf8'))[1];
const weight = size(`${DIST}/${entry}.br`);
console.log(`\nthe entry weighs ${kb(weight).trim()} KB of ${ENTRY_BUDGET_BYTES / 1000}`);
process.exitCode = weight > ENTRY_BUDGET_BYTES ? 1 : 0;
