// Finds the code of a component: html in the entry, own components each in its chunk, foreign suites on `window`.
import type { ComponentType } from 'react';
import { htmlComponent } from './components/html/html';
import { foreignComponent, MissingCode } from './foreignSuites';
import { scriptsHaveRun } from './scripts';
import type { Component } from './wire';

/** What the renderer knows of a component's code. */
export type DashComponent = ComponentType<Record<string, unknown>> & {
  /** Renders again when the props of a direct child change. */
  readonly dashChildrenUpdate?: boolean;
  /** Wants to know who changed its props. */
  readonly dashRenderType?: boolean;
  /** Props of which nothing shows: a change of nothing else draws nothing. */
  readonly undrawn?: readonly string[];
  /** The one element it draws, if it needs no more than its props and whether a callback writes to it: most of a page is such. */
  readonly plain?: (props: Readonly<Record<string, unknown>>, isLoading: boolean) => Plain;
  /**
   * Whether it reports nothing of itself while it is drawn with these props; where this is not said, it may.
   * What such a component does report, the user did: callbacks need not wait to see what drawing it adds.
   */
  readonly isSilent?: (props: Readonly<Record<string, unknown>>) => boolean;
  readonly defaultProps?: Readonly<Record<string, unknown>>;
  /** Defaults of `persisted_props` and `persistence_type`. */
  readonly dashPersistence?: Readonly<Record<string, unknown>>;
  /** A promise until the chunk with its code has come, then `true`. */
  readonly _dashprivate_isLazyComponentReady?: unknown;
  /** How to keep parts of props. */
  readonly persistenceTransforms?: Readonly<Record<string, unknown>>;
};

/** The name of an element, and its attributes. */
export type Plain = readonly [tag: string, attributes: Record<string, unknown>];

type Named = Pick<Component, 'namespace' | 'type'>;

export interface Registry {
  /** `undefined` while its chunk is not there yet. */
  get: (component: Named) => DashComponent | undefined;
  load: (component: Named) => Promise<void>;
}

const CHUNKS = import.meta.glob<Record<string, unknown>>('./components/dcc/*/index.ts');

/** The namespaces of `suites` come from scripts of the page, those of own components among them. */
export function createRegistry(chunks = CHUNKS, suites: readonly string[] = []): Registry {
  const html = new Map<string, DashComponent>();
  const own = new Map<string, DashComponent>();
  const helpers = suites.length > 0 ? import('./contract/regenerator') : undefined;

  const getHtml = (type: string): DashComponent => {
    const component = html.get(type) ?? htmlComponent(type);
    html.set(type, component);
    return component;
  };

  const get: Registry['get'] = ({ namespace, type }) => {
    if (suites.includes(namespace)) return foreignComponent({ namespace, type });
    if (namespace === 'dash_html_components') return getHtml(type);
    return (namespace === 'dash_core_components' ? own.get(type) : undefined) ?? foreignComponent({ namespace, type });
  };

  return {
    get,
    load: async ({ namespace, type }) => {
      if (namespace === 'dash_core_components' && !suites.includes(namespace)) {
        const component = (await chunks[`./components/dcc/${type}/index.ts`]?.().catch(explain))?.[type];
        if (component !== undefined) own.set(type, component as DashComponent);
      } else {
        await Promise.all([scriptsHaveRun(), helpers]);
      }
      if (get({ namespace, type }) === undefined) throw new MissingCode({ namespace, type });
    },
  };
}

/** The browser's own words name a file and no way out: another version of the app has other files. */
function explain(cause: unknown): never {
  throw new Error('its code could not be loaded; load the page again', { cause });
}
