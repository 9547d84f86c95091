// The scenarios of the rules of scheduling, which the tests in Rust read as well: small apps in short.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isObject } from '../equal';
import { isPatch } from '../patch';
import { parseJson } from '../protocol';
import type { Component } from '../wire';
import { component } from './app';

// Vitest runs in `dash-js/`.
const FOLDER = resolve(process.cwd(), '../tests/fixtures/rules');

type Short = Readonly<Record<string, unknown>>;
type Updates = Readonly<Record<string, Short>>;

export interface Scenario {
  readonly rule: string;
  readonly title: string;
  readonly layout: 'standard' | readonly Short[];
  readonly callbacks: readonly (Short & Readonly<Record<'output', string>>)[];
  readonly steps: readonly Step[];
}

/** One action, and all that comes of it. */
export interface Step {
  readonly load?: true;
  readonly change?: Updates;
  /** The output of the request that is answered, `which` of several. */
  readonly answer?: string;
  readonly with?: Updates;
  readonly fail?: string;
  readonly which?: number;
  readonly sent?: readonly (readonly string[] | Call)[];
  readonly aborted?: readonly string[];
  readonly ended?: readonly string[];
  readonly props?: Updates;
}

interface Call {
  readonly call: readonly string[];
  readonly values?: unknown;
  readonly inputs?: unknown;
}

const read = (file: string): unknown => parseJson(readFileSync(`${FOLDER}/${file}`, 'utf8'));

export const scenarios = (): readonly Scenario[] =>
  readdirSync(FOLDER).filter((file) => file.startsWith('8.')).sort().flatMap((file) => read(file) as Scenario[]);

/** The layout, below one component. */
export function layoutOf({ layout }: Scenario): Component {
  return whole({ id: 'page', children: layout === 'standard' ? read('standard.json') : layout });
}

/** The callbacks as the server describes them. */
export const callbacksOf = ({ callbacks }: Scenario): readonly Short[] =>
  callbacks.map((spec) => ({
    ...spec,
    output: long(spec.output),
    inputs: (spec['inputs'] as unknown[]).map(dependency),
    state: ((spec['state'] ?? []) as unknown[]).map(dependency),
  }));

/** What an answer sets, with whole components. */
export const responseOf = (updates: Updates): Record<string, Short> =>
  Object.fromEntries(Object.entries(updates).map(([id, props]) =>
    [id, 'children' in props ? { ...props, children: child(props['children']) } : props]));

/** `row[1]` as `{"index":1,"type":"row"}`, `row[ALL]` as the pattern. */
export const long = (short: string): string =>
  short.replace(/(\w+)\[([^\]]+)\]/g, (_, type: string, index: string) =>
    `{"index":${/^(MATCH|ALL|ALLSMALLER)$/.test(index) ? `["${index}"]` : index},"type":"${type}"}`);

function dependency(short: unknown): unknown {
  if (typeof short !== 'string') return short;
  const prop = long(short);
  const dot = prop.lastIndexOf('.');
  return { id: prop.slice(0, dot), property: prop.slice(dot + 1) };
}

/** A component in short is its props. */
function whole({ id, ...props }: Short): Component {
  const text = long(String(id));
  const own = 'children' in props ? { ...props, children: child(props['children']) } : props;
  return component('Box', { ...own, id: text.startsWith('{') ? parseJson(text) : text });
}

function child(short: unknown): unknown {
  if (Array.isArray(short)) return short.map(child);
  return isObject(short) && !isPatch(short) ? whole(short) : short;
}
