// The page as React sees it: the layout, and outside of its element what the reader has to know.
import { Fragment, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { Busy } from '../busy';
import type { Notices as NoticeStore } from '../notices';
import { isComponent } from '../protocol';
import type { Store } from '../store';
import type { Undo } from '../undo';
import { elementOf } from './element';
import { Notices } from './Notices';
import { PageContext, type RenderPage } from './page';

const UndoBar = lazy(() => import('./UndoBar'));

interface RootProps {
  readonly page: RenderPage & {
    readonly store: Store;
    readonly notices: NoticeStore;
    readonly busy: Busy;
    readonly slow: Busy;
    readonly undo: Undo | undefined;
  };
}

export function Root({ page }: RootProps): ReactNode {
  const { store, notices, busy, slow, undo } = page;
  return (
    <PageContext.Provider value={page}>
      {undo && <Suspense><UndoBar undo={undo} /></Suspense>}
      {store.roots.map((root, i) => (
        <Fragment key={i}>{isComponent(root) ? elementOf(store.nodeOf(root)) : (root as ReactNode)}</Fragment>
      ))}
      <BusyMark busy={busy} />
      {createPortal(<Notices store={notices} slow={slow} />, document.body)}
    </PageContext.Provider>
  );
}

/** Style sheets and tests look for it. */
function BusyMark({ busy }: { readonly busy: Busy }): ReactNode {
  const isBusy = useSyncExternalStore(busy.subscribe, busy.now);
  return isBusy ? <div className="_dash-loading-callback" /> : null;
}
