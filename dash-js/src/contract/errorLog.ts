// `store.getState().error`: what went wrong on a page, the newest first, and whether its server is there.
import type { Notice, Notices } from '../notices';

interface Entry {
  readonly type: 'frontEnd' | 'backEnd';
  readonly timestamp: Date;
  readonly error: { readonly message: string; readonly html: string };
}

export function errorLog(notices: Notices): () => Readonly<Record<string, unknown>> {
  let entries: readonly Entry[] = [];
  notices.listen((notice) => {
    entries = [entryOf(notice), ...entries].slice(0, MAX_KEPT);
  });
  const of = (type: Entry['type']) => entries.filter((entry) => entry.type === type);
  return () => ({ frontEnd: of('frontEnd'), backEnd: of('backEnd'), backEndConnected: !notices.state().serverGone });
}

const entryOf = ({ title, message, detail = message, html, chain, ofComponent = false }: Notice): Entry => ({
  type: ofComponent ? 'frontEnd' : 'backEnd',
  timestamp: new Date(),
  error: { message: title, html: html ?? [detail, ...chain].join('\n') },
});

/** A callback that fails with every tick must not fill the memory. */
const MAX_KEPT = 100;
