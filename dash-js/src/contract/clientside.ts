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
export function publishClientside(page: Page): void {
  const scope = clientsideScope();
  scope['clean_url'] ??= cleanUrl;
  scope['Patch'] = PatchBuilder;
  scope['set_props'] = (idOrPath: Id | Path, props: Record<string, unknown>) =>
    page.update(find(page, idOrPath), props, 'clientsideApi');
}

function find({ store }: Page, idOrPath: Id | Path): LayoutNode {
  const node = isPath(idOrPath) ? nodeAt(store, idOrPath) : store.find(idOrPath);
  if (node !== undefined) return node;
  throw new TypeError(`set_props: ${JSON.stringify(idOrPath)} is not in the layout`);
}

function nodeAt(store: Page['store'], path: Path): LayoutNode | undefined {
  const component = store.at(path);
  return isComponent(component) ? store.nodeOf(component) : undefined;
}

const isPath = (idOrPath: Id | Path): idOrPath is Path => Array.isArray(idOrPath);
