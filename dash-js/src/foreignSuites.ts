// Finds components in the bundles of other makers, which put them on `window`.
import { isObject } from './equal';
import type { DashComponent, Registry } from './registry';
import { scriptsHaveRun } from './scripts';
import type { Component } from './wire';

/** For a page whose components all come in such bundles. */
export function createForeignRegistry(): Registry {
  return {
    get: foreignComponent,
    load: async (component) => {
      await scriptsHaveRun();
      if (foreignComponent(component) === undefined) throw new MissingCode(component);
    },
  };
}

export function foreignComponent({ namespace, type }: Named): DashComponent | undefined {
  const suite: unknown = Reflect.get(globalThis, namespace);
  return isObject(suite) ? (suite[type] as DashComponent | undefined) : undefined;
}

/** No bundle has brought the component. */
export class MissingCode extends Error {
  override name = 'MissingCode';

  constructor({ namespace, type }: Named) {
    super(`this page has no component \`${type}\` of \`${namespace}\``);
  }
}

type Named = Pick<Component, 'namespace' | 'type'>;
