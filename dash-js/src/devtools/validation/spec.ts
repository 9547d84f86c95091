// The callbacks as the server describes them, read without a complaint: what is wrong in them is for the checks to say. Pure.
import { isObject } from '../../equal';
import { type IdPattern, stringifyId, type Wildcard } from '../../ids';
import { parseJson } from '../../protocol';

/** An Output, Input or State as it was written, however wrong. */
export interface Item {
  readonly id: unknown;
  readonly property: unknown;
}

export interface Spec {
  readonly outputs: readonly Item[];
  readonly inputs: readonly Item[];
  readonly state: readonly Item[];
  readonly preventInitialCall: boolean;
}

/** One thing that is wrong. Test tools know it by its title. */
export interface Mistake {
  readonly title: string;
  readonly lines: readonly string[];
}

export type Role = 'Output' | 'Input' | 'State';

export function readSpecs(dependencies: unknown): readonly Spec[] {
  return list(dependencies).filter(isObject).map(({ output, no_output: none, inputs, state, prevent_initial_call: prevented }) => ({
    outputs: none === true ? [] : namesOf(String(output)).map(readOutput),
    inputs: list(inputs).map(readItem),
    state: list(state).map(readItem),
    preventInitialCall: prevented === true,
  }));
}

export const itemsOf = ({ outputs, inputs, state }: Spec): readonly (readonly [Role, readonly Item[]])[] => [
  ['Output', outputs],
  ['Input', inputs],
  ['State', state],
];

export const isPattern = (id: unknown): id is IdPattern => isObject(id) && !Array.isArray(id);

/** The name of a wildcard that stands for a value. */
export function wildcardIn(value: unknown): Wildcard | undefined {
  const [name] = Array.isArray(value) ? (value as unknown[]) : [];
  return WILDCARDS.find((wildcard) => wildcard === name);
}

const WILDCARDS: readonly Wildcard[] = ['MATCH', 'ALL', 'ALLSMALLER'];

/** As people read it: wildcards by their names. */
export function nameOf({ id, property }: Item): string {
  const text = isPattern(id) ? stringifyId(id) : String(id);
  return `${text.replace(/\["(MATCH|ALL|ALLSMALLER)"\]/g, '$1')}.${String(property)}`;
}

const namesOf = (output: string): readonly string[] =>
  output.startsWith('..') && output.endsWith('..') ? output.slice(2, -2).split('...') : [output];

function readOutput(name: string): Item {
  const dot = name.lastIndexOf('.');
  return { id: readId(name.slice(0, dot)), property: name.slice(dot + 1) };
}

function readItem(raw: unknown): Item {
  const { id, property } = isObject(raw) ? raw : {};
  return { id: readId(id), property };
}

/** Some servers write a dot inside an id object as `\.`. */
function readId(id: unknown): unknown {
  if (typeof id !== 'string' || !id.startsWith('{')) return id;
  try {
    return parseJson(id.replaceAll('\\.', '.'));
  } catch {
    return id;
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
