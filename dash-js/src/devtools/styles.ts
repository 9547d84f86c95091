// Puts new versions of style sheets in the place of those that the page has.
import type { ChangedFile } from './reload';

export function renewStyles(files: readonly ChangedFile[]): void {
  for (const file of files) renew(file);
}

function renew({ url, modified }: ChangedFile): void {
  const href = `${url}?m=${modified}`;
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const old = links.filter((link) => link.getAttribute('href')?.split('?', 1)[0] === url);
  if (old.some((link) => link.getAttribute('href') === href)) return;
  if (modified < 0) return old.forEach((link) => link.remove());
  const fresh = document.createElement('link');
  fresh.rel = 'stylesheet';
  fresh.href = href;
  // The old one stays until then, so that the page is never without.
  fresh.onload = () => old.forEach((link) => link.remove());
  const last = old.at(-1);
  if (last === undefined) document.head.append(fresh);
  else last.after(fresh);
}
