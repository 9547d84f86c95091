// `window.dash_component_api`: what components of other makers ask the renderer for.
import { type Id, stringifyId } from '../ids';
import type { Page } from '../page';
import { DashContext, useDashContext } from '../render/context';
import type { Path } from '../wire';
import { devtool } from './devtool';
import { ExternalWrapper } from './ExternalWrapper';

export function publishComponentApi(pages: readonly Page[]): void {
  window.dash_component_api = {
    DashContext,
    ExternalWrapper,
    devtool,
    useDashContext,
    stringifyId,
    getLayout: (idOrPath: Id | Path) => firstOf(pages, ({ store }) => (
      isPath(idOrPath) ? store.at(idOrPath) : store.find(idOrPath)?.component
    )),
  };
}

/** There may be several renderers on a page. */
function firstOf(pages: readonly Page[], look: (page: Page) => unknown): unknown {
  for (const page of pages) {
    const found = look(page);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isPath = (idOrPath: Id | Path): idOrPath is Path => Array.isArray(idOrPath);
