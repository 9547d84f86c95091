// Patch values: a callback's edit of a prop's present value. Applies it without changing what was there. Pure.
import { equal, isObject } from './equal';

export interface Operation {
  readonly operation: string;
  readonly location: readonly Key[];
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Patch {
  readonly operations: readonly Operation[];
}

type Key = string | number;

/** The patch does not fit the value it is for. */
export class PatchError extends Error {
  override name = 'PatchError';
}

export const isPatch = (value: unknown): value is Patch => isObject(value) && '__dash_patch_update' in value;

/** The new value of a prop: `next` itself, or `current` edited by it. */
export const patched = (current: unknown, next: unknown): unknown => (isPatch(next) ? applyPatch(current, next) : next);

export function applyPatch(current: unknown, patch: Patch): unknown {
  if (current === undefined) throw new PatchError('the prop has no value that a patch could change');
  return patch.operations.reduce<unknown>((value, step) => edit(value, step.location, step), current);
}

function edit(value: unknown, location: readonly Key[], step: Operation): unknown {
  const [key, ...rest] = location;
  if (key === undefined) return operate(value, step);
  const container = step.operation === 'Assign' && value == null ? {} : value;
  if (!isObject(container)) throw misfit(step, 'there is neither a list nor an object');
  if (Array.isArray(container)) return editItem(container, indexOf(container, key), rest, step);
  if (rest.length === 0 && step.operation === 'Delete') return withoutKey(container, String(key));
  return { ...container, [key]: edit(container[key], rest, step) };
}

function editItem(list: readonly unknown[], index: number, rest: readonly Key[], step: Operation): unknown[] {
  if (rest.length === 0 && step.operation === 'Delete') return list.filter((_, i) => i !== index);
  const copy = [...list];
  copy[index] = edit(list[index], rest, step);
  return copy;
}

function indexOf(list: readonly unknown[], key: Key): number {
  const index = Number(key);
  if (!Number.isInteger(index)) throw new PatchError(`\`${key}\` is not a position in a list`);
  const resolved = index < 0 ? list.length + index : index;
  if (resolved < 0) throw new PatchError(`the list is too short for position ${index}`);
  return resolved;
}

function operate(current: unknown, step: Operation): unknown {
  const apply = OPERATIONS[step.operation];
  if (apply === undefined) throw new PatchError(`there is no patch operation \`${step.operation}\``);
  return apply(current, step);
}

const OPERATIONS: Readonly<Record<string, (current: unknown, step: Operation) => unknown>> = {
  Assign: (_, { params }) => params['value'],
  Merge: (current, { params }) => ({ ...(current as object), ...(params['value'] as object) }),
  Extend: (current, step) => [...list(current, step), ...list(step.params['value'], step)],
  Append: (current, step) => [...items(current, step), step.params['value']],
  Prepend: (current, step) => [step.params['value'], ...items(current, step)],
  Insert: (current, step) => list(current, step).toSpliced(Number(step.params['index']), 0, step.params['value']),
  Remove: (current, step) => list(current, step).filter((item) => !equal(item, step.params['value'])),
  Reverse: (current, step) => list(current, step).toReversed(),
  Clear: (current, step) => emptied(current, step),
  Delete: () => undefined,
  // JavaScript's own arithmetic: `+` also joins texts.
  Add: (current, { params }) => (current as number) + (params['value'] as number),
  Sub: (current, { params }) => (current as number) - (params['value'] as number),
  Mul: (current, { params }) => (current as number) * (params['value'] as number),
  Div: (current, { params }) => (current as number) / (params['value'] as number),
};

/** A text counts as the list of its characters: children are often a text before something is added. */
const items = (value: unknown, step: Operation): readonly unknown[] =>
  typeof value === 'string' ? value.split('') : list(value, step);

function list(value: unknown, step: Operation): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw misfit(step, 'there is no list');
}

function emptied(current: unknown, step: Operation): unknown {
  if (Array.isArray(current)) return [];
  if (typeof current === 'string') return '';
  if (isObject(current)) return {};
  throw misfit(step, 'there is no list, object or text');
}

function withoutKey(container: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(container).filter(([name]) => name !== key));
}

const misfit = (step: Operation, reason: string): PatchError =>
  new PatchError(`cannot ${step.operation.toLowerCase()} at \`${step.location.join('.')}\`: ${reason}`);
