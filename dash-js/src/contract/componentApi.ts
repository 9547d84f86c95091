// `window.dash_component_api`: what components of other makers ask the renderer for.
import { type Id, stringifyId } from '../ids';
import type { Page } from '../page';
import { DashContext, useDashContext } from '../render/context';
import type { Path } from '../wire';

export function publishComponentApi({ store }: Page): void {
  window.dash_component_api = {
    DashContext,
    useDashContext,
    stringifyId,
    getLayout: (idOrPath: Id | Path) =>
      isPath(idOrPath) ? store.at(idOrPath) : store.find(idOrPath)?.component,
  };
}

const isPath = (idOrPath: Id | Path): idOrPath is Path => Array.isArray(idOrPath);
