// The start of a page: reads what the server put into it, asks for the rest, and draws it.
import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Api } from './api';
import { createPage, type Page, type PageOptions } from './page';
import { parseConfig, parseDependencies, parseJson, parseLayout } from './protocol';
import type { Registry } from './registry';
import { Root } from './render/Root';
import type { Config } from './wire';

export interface StartOptions {
  readonly registryFor: (config: Config) => Registry;
  readonly connect: (config: Config) => Api;
  readonly onResolved?: PageOptions['onResolved'];
  /** Called before anything is drawn. */
  readonly join: (page: Page) => void;
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

async function mount(place: HTMLElement, { registryFor, connect, onResolved, join }: StartOptions): Promise<void> {
  const config = parseConfig(inPage('_dash-config'));
  const api = connect(config);
  const [layout, dependencies] = await Promise.all([
    inPage('_dash-layout') ?? api.layout(),
    inPage('_dash-dependencies') ?? api.dependencies(),
  ]);
  const page = createPage({
    config,
    api,
    registry: registryFor(config),
    layout: parseLayout(layout),
    callbacks: parseDependencies(dependencies),
    onResolved,
  });
  join(page);
  await page.preload();
  page.plan();
  createRoot(place).render(<Started page={page} />);
}

/** Callbacks run when everything stands: some components report on themselves while they are drawn. */
function Started({ page }: { readonly page: Page }): ReactNode {
  useEffect(page.start, [page]);
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
