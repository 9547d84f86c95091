// Answers a component's questions about itself from its node and the loading marks.
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { LoadingMark } from '../loading';
import type { LayoutNode } from '../node';
import type { DashContextValue, LoadingOptions, Path } from './context';
import type { RenderPage } from './page';
import { useSelected } from './useSelected';

export function nodeContext(node: LayoutNode, { loading, facade }: Pick<RenderPage, 'loading' | 'facade'>): DashContextValue {
  const isLoading = (options: LoadingOptions = {}) => {
    const marks = loading.at(placeOf(node, options));
    return options.filterFunc === undefined ? marks.length > 0 : marks.some(options.filterFunc);
  };
  return {
    // The node may move.
    get componentPath() {
      return node.path;
    },
    isLoading,
    useLoading: (options) => {
      const path = placeOf(node, options);
      const subscribe = useSubscription(path, (listener) => loading.subscribe(path, listener));
      // React looks a second time, after drawing, at what another function says.
      return useSyncExternalStore(subscribe, options === undefined ? isLoading : () => isLoading(options));
    },
    useLoadingWithin: () => {
      const last = useRef<readonly LoadingMark[]>([]);
      return useSyncExternalStore(loading.subscribeToAll, () => {
        const marks = loading.within(node.path);
        if (!sameMarks(marks, last.current)) last.current = marks;
        return last.current;
      });
    },
    useSelector: (select, same) => useSelected(facade, select, same),
    useStore: () => facade,
    useDispatch: () => facade.dispatch,
  };
}

const placeOf = (node: LayoutNode, { rawPath, extraPath }: LoadingOptions = {}): Path =>
  rawPath ?? (extraPath === undefined ? node.path : [...node.path, ...extraPath]);

type Subscribe = (listener: () => void) => () => void;

/** Renewed when the place changes, and only then. */
const useSubscription = (path: Path, subscribe: Subscribe): Subscribe => useCallback(subscribe, [path.join('\0')]);

const sameMarks = (a: readonly LoadingMark[], b: readonly LoadingMark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark === b[i]);
