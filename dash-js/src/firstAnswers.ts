// Lets the first callbacks run before the page is drawn, so that what they answer at once is drawn with it. Draws nothing.
import type { Graph } from './graph';
import type { LayoutNode } from './node';
import type { Registry } from './registry';
import type { Runner } from './runner';
import type { Change, Store } from './store';

export interface FirstAnswers {
  /** Runs callbacks if they can do without the drawn page, and is done when it is time to draw it. */
  come: () => Promise<void>;
  /** Hears that a callback has begun or ended, and whether any still runs. */
  hear: (isBusy: boolean) => void;
}

interface Options {
  readonly graph: Graph;
  readonly store: Store;
  readonly registry: Pick<Registry, 'get'>;
  readonly runner: Pick<Runner, 'pause' | 'resume'>;
}

export function createFirstAnswers({ graph, store, registry, runner }: Options): FirstAnswers {
  let draw: (() => void) | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const isSilent = (node: LayoutNode | undefined): boolean =>
    node?.id === undefined || registry.get(node.component)?.isSilent?.(node.props) === true;

  /** A component may report a prop that a callback reads. */
  const mayPrecede = () => !looksAtPage(graph) && store.nodes().every(isSilent);

  /** What an answer brought may report something, too: until then nothing more runs. */
  function judge({ node, inserted }: Change): void {
    if (isSilent(node) && inserted.every((id) => isSilent(store.find(id)))) return;
    runner.pause();
    draw?.();
  }

  function wait(resolve: () => void): void {
    const leave = store.subscribe((change) => change && judge(change));
    const limit = setTimeout(() => draw?.(), LONGEST_MS);
    draw = () => {
      leave();
      clearTimeout(limit);
      clearTimeout(patience);
      draw = undefined;
      resolve();
    };
  }

  return {
    come: async () => {
      if (!mayPrecede()) return;
      const over = new Promise<void>(wait);
      runner.resume();
      await over;
    },
    hear: (isBusy) => {
      if (draw === undefined) return;
      clearTimeout(patience);
      if (isBusy) patience = setTimeout(draw, PATIENCE_MS);
      else draw();
    },
  };
}

/** Whether callbacks must find the page drawn: a function of the page may look at it. */
export const looksAtPage = (graph: Graph): boolean => graph.callbacks.some(({ clientside }) => clientside !== undefined);

/** A frame: a slow server holds nothing up, and a quick one may go on for as long as nobody notices. */
export const PATIENCE_MS = 16;
export const LONGEST_MS = 100;
