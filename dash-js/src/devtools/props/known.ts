// What is known of the props of a component: from its own `propTypes`, or from the schema of our own components.
import { isChecker } from '../../contract/propTypes';
import type { LayoutNode } from '../../node';
import type { Page } from '../../page';
import { mapChildren } from '../../slots';
import type { Component } from '../../wire';
import type { Mistake } from '../validation/spec';
import { findMisfit, textOf } from './fit';
import type { Schema } from './schema';
import { parseType, type Type } from './type';
import { invalid, required, reworded, unknown } from './words';

export interface Known {
  /** Also if nothing is known of the component. */
  readonly hasProp: (node: LayoutNode, property: string) => boolean;
  /** What is wrong with the props that `isNew`. */
  readonly check: (component: Component, isNew: (name: string) => boolean) => readonly Mistake[];
}

type Types = ReadonlyMap<string, Type>;

export function createKnown({ registry, slotsOf }: Pick<Page, 'registry' | 'slotsOf'>, schema: Schema = {}): Known {
  const types = new Map<string, Types>();

  function ownTypes({ namespace, type }: Component): Types {
    const key = `${namespace}.${type}`;
    const known = types.get(key) ?? readTypes(namespace in globalThis ? {} : (schema[namespace]?.[type] ?? {}));
    types.set(key, known);
    return known;
  }

  const makersTypes = (component: Component): Checks => (registry.get(component)?.propTypes ?? {}) as Checks;

  return {
    hasProp: ({ component }, property) => {
      const names = [...Object.keys(makersTypes(component)), ...ownTypes(component).keys()];
      return names.length === 0 || isKnown(property, names);
    },
    check: (component, isNew) => {
      const [own, makers] = [ownTypes(component), makersTypes(component)];
      const names = Object.keys(component.props).filter(isNew);
      if (own.size > 0) return names.flatMap((name) => checkOwn(component, own, name));
      // They look at what is drawn, in which components stand as elements: a text will do for those.
      const props = mapChildren(component.props, slotsOf(component), () => '');
      return names.flatMap((name) => [
        ...checkDeclared(component, makers[name], name), ...checkMakers({ ...component, props }, makers[name], name),
      ]);
    },
  };
}

/** Attributes of the page itself are nobody's props. */
const isKnown = (property: string, names: readonly string[]): boolean =>
  /^(data|aria)-/.test(property) || names.some((name) => (name.endsWith('*') ? property.startsWith(name.slice(0, -1)) : name === property));

const readTypes = (byType: Readonly<Record<string, string>>): Types =>
  new Map(Object.entries(byType).flatMap(([text, names]) => names.split(' ').map((name) => [name, parseType(text)] as const)));

function checkOwn(component: Component, types: Types, name: string): readonly Mistake[] {
  const [type, names] = [types.get(name), [...types.keys()]];
  if (type === undefined) return isKnown(name, names) ? [] : [unknown(component, name, component.props[name], names)];
  return checkType(component, type, name);
}

/** What our own `PropTypes` remembered. */
const checkDeclared = (component: Component, check: unknown, name: string): readonly Mistake[] =>
  isChecker(check) ? checkType(component, check.type, name) : [];

function checkType(component: Component, type: Type, name: string): readonly Mistake[] {
  const misfit = isId(name) ? undefined : findMisfit(type, component.props[name]);
  if (misfit === undefined) return [];
  const path = `${name}${misfit.path}`;
  return [misfit.value === undefined ? required(component, path) : invalid(component, path, textOf(misfit.expected), misfit.value)];
}

/** Every component may have an id of fields. */
const isId = (name: string): boolean => name === 'id';

type Checks = Readonly<Record<string, Check | undefined>>;

/** As the library PropTypes has it: the last argument says that this is no mistake of a caller. */
type Check = (props: Component['props'], name: string, type: string, location: string, full: null, secret: string) => Error | null;

function checkMakers(component: Component, check: Check | undefined, name: string): readonly Mistake[] {
  // In a layout `null` is a prop that is not set.
  if (check === undefined || isId(name) || component.props[name] === null) return [];
  const found = check(component.props, name, component.type, 'prop', null, SECRET);
  return found instanceof Error ? [reworded(component, found.message, name)] : [];
}

const SECRET = 'SECRET_DO_NOT_PASS_THIS_OR_YOU_WILL_BE_FIRED';
