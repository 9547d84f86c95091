// The page's address as props. Draws nothing.
import { useEffect, useRef } from 'react';
import { cleanUrl } from '../../../contract/cleanUrl';
import { destination, differing, FIELDS, missing, type Address } from './address';
import type { LocationProps } from './Location.types';

const PUSHED = '_dashprivate_pushstate';
const CHANGED = '_dashprivate_historychange';

export function Location(props: LocationProps) {
  const latest = useRef(props);
  const before = useRef<Address>(props);
  latest.current = props;

  useEffect(() => {
    const follow = () => {
      report(differing(current(), latest.current), latest.current);
      window.dispatchEvent(new CustomEvent(CHANGED));
    };
    window.addEventListener('popstate', follow);
    window.addEventListener(PUSHED, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(PUSHED, follow);
    };
  }, []);

  const { href, pathname, search, hash, refresh } = props;
  useEffect(() => {
    const wanted: Address = { href: href ?? null, pathname: pathname ?? null, search: search ?? null, hash: hash ?? null };
    navigate(wanted, before.current, refresh ?? true);
    before.current = wanted;
    report(missing(wanted, current()), latest.current);
  }, [href, pathname, search, hash, refresh]);

  return null;
}

function navigate(wanted: Address, before: Address, refresh: boolean | 'callback-nav') {
  const different = differing(wanted, current());
  if (refresh === true) return load(different);

  const changed = differing(different, before);
  if (Object.keys(changed).length === 0) return;
  window.history.pushState({}, '', destination(changed, wanted));
  if (refresh === 'callback-nav') window.dispatchEvent(new CustomEvent(PUSHED));
}

function load(different: Address) {
  for (const field of FIELDS) {
    const part = different[field];
    if (part != null) window.location[field] = field === 'href' ? cleanUrl(part) : part;
  }
}

function report(changed: Address, { setProps }: LocationProps) {
  if (Object.keys(changed).length > 0) setProps(changed);
}

function current(): Address {
  const { href, pathname, search, hash } = window.location;
  return { href, pathname, search, hash };
}
