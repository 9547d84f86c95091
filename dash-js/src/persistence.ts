// Keeps what the user changed, and brings it back when the component comes again. Changes no layout itself.
import { equal, isObject } from './equal';
import { type Id, stringifyId } from './ids';
import { createKeptStores, type KeptStore, type StoreType } from './keptStore';
import type { Registry } from './registry';
import type { Component } from './wire';

type Props = Readonly<Record<string, unknown>>;

export interface Persistence {
  /** The kept props of a component that has come into the layout. */
  restored: (component: Component) => Props;
  /** Keeps what the user changed; `before` are the props until then. */
  record: (component: Component, before: Props, changed: Props) => void;
  /** A callback's new props, with what follows from them; they win over kept ones. */
  overridden: (component: Component, given: Props) => Props;
}

interface Settings {
  readonly store: KeptStore;
  readonly type: StoreType;
  readonly persistence: unknown;
  /** Props, or parts of props: `columns.name`. */
  readonly names: readonly string[];
  readonly keyOf: (name: string) => string;
  readonly transformOf: (name: string) => Transform;
}

/** Takes the kept part out of a prop, and puts it back in. */
interface Transform {
  readonly extract: (value: unknown) => unknown;
  readonly apply: (kept: unknown, value: unknown) => unknown;
}

export function createPersistence(registry: Registry, onFailure: (reason: string) => void): Persistence {
  const storeOf = createKeptStores(onFailure);

  function settingsOf(component: Component, props: Props): Settings | undefined {
    const { id, persistence } = props;
    if (!persistence || !id) return undefined;
    const code = registry.get(component);
    const defaults = component.namespace === 'dash_core_components' ? OWN_DEFAULTS : {};
    const usual: Props = { ...defaults, ...code?.defaultProps, ...code?.dashPersistence };
    const [names, type] = ['persisted_props', 'persistence_type'].map((name) => props[name] ?? usual[name]);
    if (!Array.isArray(names) || !isStoreType(type)) return undefined;
    return {
      store: storeOf(type),
      type,
      persistence,
      names: names.map(String),
      keyOf: (name) => `${stringifyId(id as Id)}.${name}.${JSON.stringify(persistence)}`,
      transformOf: (name) => transform(code?.persistenceTransforms, name),
    };
  }

  return {
    restored: (component) => {
      const settings = settingsOf(component, component.props);
      return settings === undefined ? NONE : swapped(settings, component.props, settings.names, toValue);
    },
    record: (component, before, changed) => {
      const settings = settingsOf(component, before);
      if (settings !== undefined) keep(settings, before, changed);
    },
    overridden: (component, given) => {
      const props = component.props;
      const before = settingsOf(component, props);
      const after = settingsOf(component, { ...props, ...given });
      const renewed = isSame(before, after) ? NONE : exchanged(before, after, props, given);
      after?.names.filter((name) => propertyOf(name) in given).forEach((name) => after.store.remove(after.keyOf(name)));
      return { ...given, ...renewed };
    },
  };
}

const NONE: Props = {};
const OWN_DEFAULTS: Props = { persisted_props: ['value'], persistence_type: 'local' };

const isStoreType = (type: unknown): type is StoreType => type === 'local' || type === 'session' || type === 'memory';

const propertyOf = (name: string): string => name.split('.', 1)[0] ?? name;

function keep({ store, names, keyOf, transformOf }: Settings, before: Props, changed: Props): void {
  for (const name of names) {
    const property = propertyOf(name);
    if (changed[property] === undefined) continue;
    const { extract } = transformOf(name);
    const known = store.get(keyOf(name));
    store.set(keyOf(name), [extract(changed[property]), known === undefined ? extract(before[property]) : known[1]]);
  }
}

type Direction = (kept: readonly [unknown, unknown]) => readonly [from: unknown, to: unknown];

const toValue: Direction = ([value, original]) => [original, value];
const toOriginal: Direction = (kept) => kept;

/** The props that change if kept values come or go; what was kept for another starting point is forgotten. */
function swapped(settings: Settings, props: Props, names: readonly string[], direction: Direction): Props {
  const update: Record<string, unknown> = {};
  for (const name of names) {
    const [key, property] = [settings.keyOf(name), propertyOf(name)];
    const kept = settings.store.get(key);
    if (kept === undefined) continue;
    const [from, to] = direction(kept);
    const { extract, apply } = settings.transformOf(name);
    if (!equal(from, extract(props[property]))) settings.store.remove(key);
    else update[property] = apply(to, property in update ? update[property] : props[property]);
  }
  return update;
}

/** Takes back what the old settings brought, and brings what the new ones keep. */
function exchanged(before: Settings | undefined, after: Settings | undefined, props: Props, given: Props): Props {
  const open = (settings: Settings) => settings.names.filter((name) => !(propertyOf(name) in given));
  const undone = before === undefined ? NONE : swapped(before, props, open(before), toOriginal);
  const base = { ...props, ...undone };
  return { ...undone, ...(after === undefined ? NONE : swapped(after, base, open(after), toValue)) };
}

const isSame = (a: Settings | undefined, b: Settings | undefined): boolean =>
  a?.persistence === b?.persistence && a?.type === b?.type && equal(a?.names, b?.names);

const WHOLE: Transform = { extract: (value) => value, apply: (kept) => kept };

function transform(transforms: unknown, name: string): Transform {
  const [property = name, part] = name.split('.');
  const ofProperty = isObject(transforms) ? transforms[property] : undefined;
  const found = isObject(ofProperty) && part !== undefined ? ofProperty[part] : ofProperty;
  return (found as Transform | undefined) ?? WHOLE;
}
