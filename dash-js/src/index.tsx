// The entry: reads what the server put into the page and draws it.
import './theme/index.css';
import { createRoot } from 'react-dom/client';
import { createApi } from './api';
import { publishClientside } from './contract/clientside';
import { publishComponentApi } from './contract/componentApi';
import { publishReact } from './contract/globals';
import { createPage } from './page';
import { parseConfig, parseDependencies, parseJson, parseLayout } from './protocol';
import { Root } from './render/Root';

publishReact();
void start(document.getElementById('react-entry-point'));

async function start(place: HTMLElement | null): Promise<void> {
  if (place === null) throw new Error('the page has no element `react-entry-point`');
  try {
    await mount(place);
  } catch (error) {
    place.replaceChildren(errorElement(error));
    throw error;
  }
}

async function mount(place: HTMLElement): Promise<void> {
  const config = parseConfig(inPage('_dash-config'));
  const api = createApi(config);
  const [layout, dependencies] = await Promise.all([
    inPage('_dash-layout') ?? api.layout(),
    inPage('_dash-dependencies') ?? api.dependencies(),
  ]);
  const page = createPage({
    config,
    api,
    layout: parseLayout(layout),
    callbacks: parseDependencies(dependencies),
  });
  publishComponentApi(page);
  publishClientside(page);
  await page.preload();
  createRoot(place).render(<Root page={page} />);
  page.start();
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
