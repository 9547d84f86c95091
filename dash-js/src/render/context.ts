// What a component may ask about itself: its place in the layout and whether callbacks are writing to it.
import { createContext, useContext } from 'react';
import type { Facade } from '../contract/facade';
import type { LoadingMark } from '../loading';
import type { Path } from '../wire';

export type { LoadingMark, Path };

export interface LoadingOptions {
  /** Ask about a place below this component instead. */
  extraPath?: Path;
  /** Ask about this place instead. */
  rawPath?: Path;
  /** Count these marks only. */
  filterFunc?: (mark: LoadingMark) => boolean;
}

export interface DashContextValue {
  readonly componentPath: Path;
  isLoading: (options?: LoadingOptions) => boolean;
  useLoading: (options?: LoadingOptions) => boolean;
  /** The marks on every component inside this one; a hook. */
  useLoadingWithin: () => readonly LoadingMark[];
  /** Hooks of the store as components of other makers know it. */
  useSelector: <T>(select: (state: State) => T, same?: (a: T, b: T) => boolean) => T;
  useStore: () => Facade;
  useDispatch: () => Facade['dispatch'];
}

type State = ReturnType<Facade['getState']>;

const NO_MARKS: readonly LoadingMark[] = [];

const NO_STORE: Facade = { getState: () => ({}), dispatch: (action) => action, subscribe: () => () => {} };

/** Outside a layout, as in a unit test, nothing is ever loading. */
export const OUTSIDE: DashContextValue = {
  componentPath: [],
  isLoading: () => false,
  useLoading: () => false,
  useLoadingWithin: () => NO_MARKS,
  useSelector: (select) => select(NO_STORE.getState()),
  useStore: () => NO_STORE,
  useDispatch: () => NO_STORE.dispatch,
};

export const DashContext = createContext(OUTSIDE);

export const useDashContext = (): DashContextValue => useContext(DashContext);

/** Whether a running callback is about to write a prop of this component. */
export const useLoading = (options?: LoadingOptions): boolean => useDashContext().useLoading(options);

/** The outputs inside this component that running callbacks are about to write. */
export const useLoadingWithin = (): readonly LoadingMark[] => useDashContext().useLoadingWithin();
