// A link inside the app: changes the address and tells `Location`, without loading the page.
import { useEffect, type MouseEvent } from 'react';
import { cleanUrl } from '../../../contract/cleanUrl';
import { useLoading } from '../../../render/context';
import type { LinkProps } from './Link.types';

export function Link({ id, children, href, target, refresh, title, className, style, setProps }: LinkProps) {
  const url = href == null ? undefined : cleanUrl(href);

  useEffect(() => {
    if (url !== href) setProps({ _dash_error: new Error(`Dangerous link detected:: ${href}`) });
    // The error belongs to the address, not to who is told of it.
  }, [href, url]);

  const follow = (event: MouseEvent) => {
    if (url === undefined || isForBrowser(event, target)) return;
    event.preventDefault();
    if (refresh) window.location.href = url;
    else navigate(url);
  };

  return (
    <a
      id={id}
      href={url}
      target={target}
      title={title}
      className={className}
      style={style}
      data-dash-is-loading={useLoading() || undefined}
      onClick={follow}
    >
      {children ?? url}
    </a>
  );
}

Link.isSilent = () => true;

/** A click that asks for a new tab or window, or that another listener has dealt with. */
const isForBrowser = (event: MouseEvent, target: string | undefined) =>
  event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || (target != null && target !== '_self');

function navigate(url: string) {
  window.history.pushState({}, '', url);
  window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
  window.scrollTo(0, 0);
}
