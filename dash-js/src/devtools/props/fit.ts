// Whether a value is of a type, and if not, where. Pure.
import { isObject } from '../../equal';
import { isComponent } from '../../protocol';
import type { Field, Type } from './type';

/** What does not fit: the way to it below the prop, `[0].label`, and the type that it should have. */
export interface Misfit {
  readonly path: string;
  readonly expected: Type;
  readonly value: unknown;
}

/** Nothing fits always: `null` stands for a prop that is not set. */
export function findMisfit(type: Type, value: unknown, path = ''): Misfit | undefined {
  if (value === null || value === undefined || !hasKind(type, value)) {
    return value === null || value === undefined ? undefined : { path, expected: type, value };
  }
  if (type.kind === 'list') return first(value as unknown[], (item, i) => findMisfit(type.of, item, `${path}[${i}]`));
  if (type.kind === 'map') return first(Object.entries(value), ([key, item]) => findMisfit(type.of, item, `${path}.${key}`));
  if (type.kind === 'fields') return first(type.fields, (field) => fieldMisfit(field, value as Record<string, unknown>, path));
  return type.kind === 'union' ? unionMisfit(type, value, path) : undefined;
}

function fieldMisfit({ name, optional, type }: Field, value: Record<string, unknown>, path: string): Misfit | undefined {
  const place = `${path}.${name}`;
  if (value[name] === undefined && !optional) return { path: place, expected: type, value: undefined };
  return findMisfit(type, value[name], place);
}

/** If one alternative alone is of the value's kind, it is the one that was meant. */
function unionMisfit(type: Type & { kind: 'union' }, value: unknown, path: string): Misfit | undefined {
  const alike = type.types.filter((each) => hasKind(each, value));
  const misfits = alike.map((each) => findMisfit(each, value, path));
  if (misfits.includes(undefined)) return undefined;
  return misfits.length === 1 ? misfits[0] : { path, expected: type, value };
}

/** Looks at the value alone, and not into it. */
function hasKind(type: Type, value: unknown): boolean {
  switch (type.kind) {
    case 'word':
      return WORDS[type.word]?.(value) ?? true;
    case 'literal':
      return value === type.value;
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'fields':
      return isPlain(value);
    case 'union':
      return type.types.some((each) => hasKind(each, value));
  }
}

const isPlain = (value: unknown): boolean => isObject(value) && !Array.isArray(value);

const isText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const isChild = (value: unknown): boolean => value == null || isText(value) || isComponent(value);

const WORDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  datetime: (value) => typeof value === 'string',
  object: isPlain,
  node: (value) => (Array.isArray(value) ? value.every(isChild) : isChild(value)),
  null: (value) => value === null,
};

function first<T, R>(items: readonly T[], look: (item: T, i: number) => R | undefined): R | undefined {
  for (const [i, item] of items.entries()) {
    const found = look(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A type as people read it. */
export function textOf(type: Type): string {
  switch (type.kind) {
    case 'word':
      return type.word;
    case 'literal':
      return JSON.stringify(type.value);
    case 'list':
      return type.of.kind === 'union' ? `(${textOf(type.of)})[]` : `${textOf(type.of)}[]`;
    case 'map':
      return `{[key]: ${textOf(type.of)}}`;
    case 'fields':
      return `{${type.fields.map(({ name, optional, type: of }) => `${name}${optional ? '?' : ''}: ${textOf(of)}`).join(', ')}}`;
    case 'union':
      return type.types.map(textOf).join(' | ');
  }
}
