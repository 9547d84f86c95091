// Everything on `window` that bundles and scripts look for. Published before they run; pages join when they are drawn.
import type { Page } from '../page';
import { publishClientside } from './clientside';
import { publishComponentApi } from './componentApi';

/** Returns how a page joins, which returns how it leaves again. */
export function publishContract(): Join {
  const pages: Page[] = [];
  publishComponentApi(pages);
  publishClientside(pages);
  return (page) => {
    pages.push(page);
    window.store = page.facade;
    const stores = (window.dash_stores ??= []);
    stores.push(page.facade);
    return () => {
      pages.splice(pages.indexOf(page), 1);
      stores.splice(stores.indexOf(page.facade), 1);
    };
  };
}

export type Join = (page: Page) => () => void;
