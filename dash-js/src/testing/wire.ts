// The wire fixtures that the Rust tests read as well.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseJson } from '../protocol';

// Vitest runs in `dash-js/`.
const FOLDER = resolve(process.cwd(), '../tests/fixtures/wire');

export interface Fixture {
  readonly name: string;
  readonly description: string;
  readonly [key: string]: unknown;
}

export const fixture = (name: string): Fixture => parseJson(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Fixture;

/** All fixtures whose name starts so. */
export const fixtures = (start: string): readonly Fixture[] =>
  readdirSync(FOLDER)
    .filter((file) => file.startsWith(start))
    .sort()
    .map((file) => fixture(file.replace('.json', '')));
