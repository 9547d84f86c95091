// `window.dash_clientside`: what scripts on the page may call.
import { type Id } from '../ids';
import type { LayoutNode } from '../node';
import type { Page } from '../page';
import { isComponent } from '../protocol';
import type { Path } from '../wire';
import { cleanUrl } from './cleanUrl';
import { PatchBuilder } from './clientsidePatch';
import { clientsideScope } from './clientsideScope';

/** Scripts may have put their own functions there before us. */
export function publishClientside(pages: readonly Page[]): void {
  const scope = clientsideScope();
  scope['clean_url'] ??= cleanUrl;
  scope['Patch'] = PatchBuilder;
  scope['set_props'] = (idOrPath: Id | Path, props: Record<string, unknown>) => {
    const found = pages.flatMap((page) => {
      const node = find(page, idOrPath);
      return node === undefined ? [] : [{ page, node }];
    });
    if (found.length === 0) throw new TypeError(`set_props: ${JSON.stringify(idOrPath)} is not in the layout`);
    found.forEach(({ page, node }) => page.update(node, props, 'clientsideApi'));
  };
}

function find({ store }: Page, idOrPath: Id | Path): LayoutNode | undefined {
  if (!isPath(idOrPath)) return store.find(idOrPath);
  const component = store.at(idOrPath);
  return isComponent(component) ? store.nodeOf(component) : undefined;
}

const isPath = (idOrPath: Id | Path): idOrPath is Path => Array.isArray(idOrPath);
