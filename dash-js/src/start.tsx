// The start of a page: reads what the server put into it, asks for the rest, and draws it.
import { type ReactNode, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Api, Ask } from './api';
import type { Join } from './contract/contract';
import { timed } from './contract/graphTime';
import type { Schema } from './devtools/props/schema';
import { createPage, type Page, type PageOptions } from './page';
import { parseDependencies, parseJson, parseLayout } from './protocol';
import type { Registry } from './registry';
import { Root } from './render/Root';
import { overSocket } from './transport/overSocket';
import type { Config } from './wire';

export interface StartOptions {
  readonly configFrom: (raw: unknown) => Config;
  readonly registryFor: (config: Config) => Registry;
  /** `watched` may put something around what is asked. */
  readonly connect: (config: Config, watched: (ask: Ask) => Ask) => Api;
  readonly onResolved?: PageOptions['onResolved'];
  readonly failureTitle?: PageOptions['failureTitle'];
  /** What dev tools are to know of the components' props. */
  readonly schema?: () => Promise<Schema>;
  /** Called before anything is drawn. */
  readonly join: Join;
}

export async function start(options: StartOptions): Promise<void> {
  const place = document.getElementById('react-entry-point');
  if (place === null) throw new Error('the page has no element `react-entry-point`');
  try {
    await mount(place, options);
  } catch (error) {
    place.replaceChildren(errorElement(error));
    throw error;
  }
}

async function mount(place: HTMLElement, options: StartOptions): Promise<void> {
  const { configFrom, registryFor, connect, onResolved, failureTitle, join, schema } = options;
  const config = configFrom(inPage('_dash-config'));
  const tools = config.tools && (await import('./devtools')).createTools(config, config.tools, await schema?.());
  const http = connect(config, tools?.ask ?? ((ask) => ask));
  const registry = registryFor(config);
  const root = createRoot(place);
  let leave = () => {};
  const [layout, dependencies] = await Promise.all([
    inPage('_dash-layout') ?? http.layout(),
    inPage('_dash-dependencies') ?? http.dependencies(),
  ]);
  await open(tools?.restored(layout) ?? layout, dependencies);

  async function open(layout: unknown, dependencies: unknown): Promise<void> {
    const callbacks = timed(() => tools?.callbacks(dependencies) ?? parseDependencies(dependencies));
    const { api, attend, detach } = overSocket(http, config, callbacks);
    const page = createPage({ config, api, registry, layout: parseLayout(layout), callbacks, onResolved, tools, failureTitle, drawn: flushSync });
    leave();
    const forget = join(page);
    attend(page.peer);
    leave = () => {
      page.stop();
      forget();
      detach();
    };
    await page.preload();
    page.plan();
    // Before anything is drawn: a component may fail at once.
    tools?.attend(page, open);
    await page.begin();
    // At once, so that the first requests are on their way while the browser lays the page out.
    await new Promise<void>((drawn) => flushSync(() => root.render(<Started key={(opened += 1)} page={page} onDrawn={drawn} />)));
  }
}

/** Each page is drawn from scratch. */
let opened = 0;

/** Callbacks run when everything stands: some components report on themselves while they are drawn. */
function Started({ page, onDrawn }: { readonly page: Page; readonly onDrawn: () => void }): ReactNode {
  useEffect(() => {
    page.start();
    onDrawn();
  }, [page]);
  return <Root page={page} />;
}

/** What the server put into the page saves a request. */
function inPage(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text == null ? undefined : parseJson(text);
}

function errorElement(error: unknown): HTMLElement {
  const element = document.createElement('div');
  element.className = '_dash-error';
  element.setAttribute('role', 'alert');
  element.textContent = `This page cannot be shown: ${error instanceof Error ? error.message : String(error)}`;
  return element;
}
