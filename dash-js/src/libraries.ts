// Bundles that the server names in an answer, because components in it need them: loaded before it is applied.
import type { Library } from './wire';

const loaded = new Map<string, Promise<void>>();

/** Each is loaded once; one that does not come is told of by the components that miss it. */
export async function loadLibraries(libraries: readonly Library[]): Promise<void> {
  await Promise.allSettled(libraries.map(load));
}

function load(library: Library): Promise<void> {
  const coming = loaded.get(library.url) ?? append(elementFor(library));
  loaded.set(library.url, coming);
  return coming;
}

function elementFor({ kind, url }: Library): HTMLElement {
  return kind === 'script'
    ? Object.assign(document.createElement('script'), { src: url, async: true })
    : Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url });
}

const append = (element: HTMLElement): Promise<void> =>
  new Promise((done, fail) => {
    element.onload = () => done();
    element.onerror = () => fail(new Error('it did not load'));
    document.head.append(element);
  });
