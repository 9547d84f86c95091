// Where props and callbacks stand in the drawing of the graph: what is read stands left of who reads it. Pure.
import { type Callback, describe, type Graph, type Target } from '../graph';

export interface Box {
  readonly key: string;
  /** The prop, if it is one. */
  readonly prop: string | undefined;
  readonly callback: Callback | undefined;
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly key: string;
  readonly from: Box;
  readonly to: Box;
  /** Read without being listened to. */
  readonly isState: boolean;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 168, height: 34, right: 236, down: 46, margin: 8 };

export function drawingOf({ callbacks }: Graph): Drawing {
  const depths = depthsOf(callbacks);
  const rows = new Map<number, number>();
  const place = (key: string, of: Pick<Box, 'prop' | 'callback'>): Box => {
    const column = depths.get(key) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { key, ...of, x: BOX.margin + column * BOX.right, y: BOX.margin + row * BOX.down };
  };
  const names = new Set(callbacks.flatMap((callback) => [...callback.inputs, ...callback.state, ...callback.outputs].map(describe)));
  const props = [...names].map((prop) => place(prop, { prop, callback: undefined }));
  const fns = callbacks.map((callback) => place(keyOf(callback), { prop: undefined, callback }));
  const boxes = new Map([...props, ...fns].map((box) => [box.key, box]));
  const lines = callbacks.flatMap((callback) => linesOf(callback, boxes));
  const [width, height] = [columns(rows) * BOX.right, Math.max(1, ...rows.values()) * BOX.down + 2 * BOX.margin];
  return { boxes: [...boxes.values()], lines, width, height };
}

export const keyOf = (callback: Callback): string => `callback ${callback.index}`;

const columns = (rows: ReadonlyMap<number, number>): number => Math.max(0, ...rows.keys()) + 1;

/** The longest way to each; what goes round in a circle is not followed a second time. */
function depthsOf(callbacks: readonly Callback[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const writers = new Map<string, Callback[]>();
  for (const callback of callbacks) {
    for (const output of callback.outputs) writers.set(describe(output), [...(writers.get(describe(output)) ?? []), callback]);
  }
  const depthOfProp = (prop: string, above: readonly Callback[]): number => {
    const own = (writers.get(prop) ?? []).filter((callback) => !above.includes(callback));
    return remember(prop, Math.max(0, ...own.map((callback) => depthOf(callback, above) + 1)));
  };
  const depthOf = (callback: Callback, above: readonly Callback[]): number => {
    const known = depths.get(keyOf(callback));
    if (known !== undefined) return known;
    const read = [...callback.inputs, ...callback.state].map((target) => depthOfProp(describe(target), [...above, callback]));
    return remember(keyOf(callback), Math.max(0, ...read) + 1);
  };
  const remember = (key: string, depth: number): number => {
    depths.set(key, Math.max(depth, depths.get(key) ?? 0));
    return depth;
  };
  for (const callback of callbacks) {
    depthOf(callback, []);
    callback.outputs.forEach((output) => depthOfProp(describe(output), []));
  }
  return depths;
}

function linesOf(callback: Callback, boxes: ReadonlyMap<string, Box>): readonly Line[] {
  const fn = boxes.get(keyOf(callback));
  const join = (kind: string, targets: readonly Target[]) =>
    targets.flatMap((target, i): readonly Line[] => {
      const prop = boxes.get(describe(target));
      if (fn === undefined || prop === undefined) return [];
      const [from, to] = kind === 'output' ? [fn, prop] : [prop, fn];
      return [{ key: `${fn.key} ${kind} ${i}`, from, to, isState: kind === 'state' }];
    });
  return [...join('input', callback.inputs), ...join('state', callback.state), ...join('output', callback.outputs)];
}
