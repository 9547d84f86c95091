// Everything on `window` that bundles and scripts look for. Published before they run; pages join when they are drawn.
import type { Page } from '../page';
import { publishClientside } from './clientside';
import { publishComponentApi } from './componentApi';

/** Returns how a page joins. */
export function publishContract(): (page: Page) => void {
  const pages: Page[] = [];
  publishComponentApi(pages);
  publishClientside(pages);
  return (page) => {
    pages.push(page);
    window.store = page.facade;
    (window.dash_stores ??= []).push(page.facade);
  };
}
