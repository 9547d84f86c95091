// Which props running callbacks are about to write, by place in the layout. Components subscribe to their own place.
import type { Id } from './ids';
import type { Path } from './wire';

/** One output that a running callback is about to write. */
export interface LoadingMark {
  readonly path: Path;
  readonly property: string;
  readonly id: Id;
}

type Marks = readonly LoadingMark[];

export interface Loading {
  /** Sets marks; the function it returns takes them away. Marks that are gone within a frame are not told of. */
  begin: (marks: Marks) => () => void;
  at: (path: Path) => Marks;
  /** The marks on every component below `path`. */
  within: (path: Path) => Marks;
  /** All marks, by the JSON of their path; the same object until one changes. */
  byPath: () => Readonly<Record<string, Marks>>;
  subscribe: (path: Path, listener: () => void) => () => void;
  subscribeToAll: (listener: () => void) => () => void;
}

export function createLoading(): Loading {
  const marksByPlace = new Map<string, Marks>();
  const listeners = new Map<string, Set<() => void>>();

  let snapshot: Readonly<Record<string, Marks>> | undefined;

  function change(mark: LoadingMark, next: (marks: Marks) => Marks): void {
    snapshot = undefined;
    const key = place(mark.path);
    const marks = next(marksByPlace.get(key) ?? NONE);
    if (marks.length === 0) marksByPlace.delete(key);
    else marksByPlace.set(key, marks);
  }

  function tell(marks: Marks): void {
    const keys = new Set([...marks.map(({ path }) => place(path)), EVERYWHERE]);
    keys.forEach((key) => listeners.get(key)?.forEach((listener) => listener()));
  }

  function subscribeTo(key: string, listener: () => void): () => void {
    const known = listeners.get(key) ?? new Set();
    listeners.set(key, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0) listeners.delete(key);
    };
  }

  return {
    begin: (marks) => {
      marks.forEach((mark) => change(mark, (present) => [...present, mark]));
      const shown = setTimeout(() => tell(marks), TOLD_AFTER_MS);
      return () => {
        clearTimeout(shown);
        marks.forEach((mark) => change(mark, (present) => present.filter((other) => other !== mark)));
        tell(marks);
      };
    },
    // Each component of a page asks.
    at: (path) => (marksByPlace.size === 0 ? NONE : marksByPlace.get(place(path)) ?? NONE),
    within: (path) => {
      const prefix = place([...path, '']);
      return [...marksByPlace].flatMap(([key, marks]) => (key.startsWith(prefix) ? marks : []));
    },
    byPath: () => (snapshot ??= Object.fromEntries(
      [...marksByPlace.values()].flatMap((marks) => marks.slice(0, 1).map(({ path }) => [JSON.stringify(path), marks])),
    )),
    subscribe: (path, listener) => subscribeTo(place(path), listener),
    subscribeToAll: (listener) => subscribeTo(EVERYWHERE, listener),
  };
}

/** A frame: what comes and goes within it nobody sees, and drawing it costs as much as a small callback. */
export const TOLD_AFTER_MS = 16;

const NONE: Marks = [];
const EVERYWHERE = '*';

/** No prop or key holds a null character. */
const place = (path: Path): string => path.join('\0');
