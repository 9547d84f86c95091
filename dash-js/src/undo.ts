// Takes back and repeats what the user changed in the inputs of callbacks. Only for pages that ask for it.
import { type Graph, usesOf } from './graph';
import { EMPTY, type History, recorded, redone, type Step, undone } from './history';
import type { Change } from './store';

type Props = Readonly<Record<string, unknown>>;

export interface Undo {
  readonly history: () => History;
  readonly subscribe: (listener: () => void) => () => void;
  /** Remembers a change; `before` are the props until then. */
  record: (change: Change, before: Props) => void;
  undo: () => void;
  redo: () => void;
}

/** `apply` sets the props of a component, if it is still there. */
export function createUndo(graph: Graph, apply: (id: Step['id'], props: Props) => void): Undo {
  let history = EMPTY;
  const listeners = new Set<() => void>();

  function set(next: History): void {
    history = next;
    listeners.forEach((listener) => listener());
  }

  function move([step, next]: readonly [Step | undefined, History], props: (step: Step) => Props): void {
    if (step === undefined) return;
    set(next);
    apply(step.id, props(step));
  }

  return {
    history: () => history,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record: ({ node, properties }, before) => {
      if (node.id === undefined) return;
      const uses = usesOf(graph.inputs, node.id);
      const names = properties.filter((name) => uses.has(name));
      if (names.length > 0) set(recorded(history, { id: node.id, before: pick(before, names), after: pick(node.props, names) }));
    },
    undo: () => move(undone(history), ({ before }) => before),
    redo: () => move(redone(history), ({ after }) => after),
  };
}

const pick = (props: Props, names: readonly string[]): Props =>
  Object.fromEntries(names.map((name) => [name, props[name]]));
