// Random graphs, changes and orders of answers: nothing old stands over something new, and what stands in the end
// is what callbacks one after the other give.
// @vitest-environment node
import { expect, test } from 'vitest';
import { box, callback, settled, testApp, updates } from './testing/app';
import type { Sent } from './testing/app';

type Values = Readonly<Record<string, unknown>>;

/** Writes `o<i>.c`, or that and `o<i>x.c`, from the props `c` of others; `i*` are inputs of the page. */
interface Node {
  readonly name: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

const RUNS = 120;
const CHANGES = 6;

test.each(Array.from({ length: RUNS }, (_, seed) => [seed]))('seed %i', async (seed) => {
  const random = generator(seed);
  const inputs = Array.from({ length: 1 + random(3) }, (_, i) => `i${i}`);
  const nodes = randomGraph(random, inputs);
  const app = testApp(box('page', ...inputs.map((id) => box(id)), ...nodes.flatMap(({ writes }) => writes.map((id) => box(id)))), nodes.map(specOf));
  const open: Sent[] = [];
  const sources = sourcesOf(nodes);

  /** None is asked while something that leads to it is still being asked. */
  const collect = () => {
    const fresh = app.sent.splice(0);
    open.push(...fresh);
    const running = open.filter(({ signal }) => !signal.aborted).map(nameOf);
    for (const name of fresh.map(nameOf)) expect(running.filter((other) => sources.get(name)!.has(other))).toEqual([]);
  };

  const newest = new Map<string, number>();

  /** Answers one open request, whichever; aborted ones are answered, too, as a slow server would. */
  const answerOne = async () => {
    const [request] = open.splice(random(open.length), 1);
    if (request === undefined) return;
    const from = request.body.inputs.map((input) => (input as { value?: unknown }).value);
    const { writes } = nodes.find(({ name }) => name === nameOf(request))!;
    await request.answer(updates(Object.fromEntries(writes.map((id) => [id, { c: compute(id, from) }]))));
    collect();
    for (const id of writes) {
      const stands = stampOf(app.store.find(id)!.props['c']);
      expect(stands).toBeGreaterThanOrEqual(newest.get(id) ?? 0);
      newest.set(id, stands);
    }
  };

  await app.load();
  collect();
  const values: Record<string, unknown> = {};
  for (let stamp = 1; stamp <= CHANGES; stamp += 1) {
    const id = inputs[random(inputs.length)]!;
    values[id] = { stamp };
    await app.change(id, { c: values[id] });
    collect();
    for (let i = random(3); i > 0 && open.length > 0; i -= 1) await answerOne();
  }
  while (open.length > 0) await answerOne();
  await settled();

  const found = Object.fromEntries(written(nodes).map((id) => [id, app.store.find(id)!.props['c']]));
  expect(found).toEqual(oneAfterTheOther(nodes, values));
  expect(app.busy.at(-1)).toBe(false);
});

/** Each node reads inputs of the page and nodes before it; the list is shuffled, so that its order tells nothing. */
function randomGraph(random: (below: number) => number, inputs: readonly string[]): readonly Node[] {
  const nodes: Node[] = [];
  for (let i = 0; i < 3 + random(8); i += 1) {
    const sources = [...inputs, ...written(nodes)];
    const reads = sources.filter(() => random(3) === 0);
    const name = `o${i}`;
    const writes = random(3) === 0 ? [name, `${name}x`] : [name];
    nodes.push({ name, writes, reads: reads.length > 0 ? reads : [sources[random(sources.length)]!] });
  }
  return nodes.map((node) => [random(1_000), node] as const).sort(([a], [b]) => a - b).map(([, node]) => node);
}

const written = (nodes: readonly Node[]): readonly string[] => nodes.flatMap(({ writes }) => writes);

/** All nodes and inputs that each node depends on. */
function sourcesOf(nodes: readonly Node[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, ReadonlySet<string>>();
  for (const { name, reads } of inOrder(nodes)) {
    const direct = reads.map((id) => id.replace('x', ''));
    sources.set(name, new Set(direct.flatMap((source) => [source, ...(sources.get(source) ?? [])])));
  }
  return sources;
}

const nameOf = ({ body }: Sent): string => /o\d+/.exec(body.output)![0];

/** Each after what it reads. */
const inOrder = (nodes: readonly Node[]): readonly Node[] =>
  [...nodes].sort((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1)));

const specOf = ({ writes, reads }: Node) => callback(outputOf(writes.map((id) => `${id}.c`)), reads.map((id) => `${id}.c`));

const outputOf = (props: readonly string[]): string => (props.length === 1 ? props[0]! : `..${props.join('...')}..`);

/** Tells what it was made from, and the newest change that went into it. */
const compute = (name: string, from: readonly unknown[]): unknown => ({ name, from, stamp: Math.max(0, ...from.map(stampOf)) });

const stampOf = (value: unknown): number => (value as { stamp?: number } | undefined)?.stamp ?? 0;

function oneAfterTheOther(nodes: readonly Node[], inputs: Values): Values {
  const done: Record<string, unknown> = { ...inputs };
  for (const { writes, reads } of inOrder(nodes)) {
    const from = reads.map((id) => done[id]);
    for (const id of writes) done[id] = compute(id, from);
  }
  return Object.fromEntries(written(nodes).map((id) => [id, done[id]]));
}

/** The same numbers for the same seed: xorshift. */
function generator(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return below === 0 ? 0 : (state >>> 0) % below;
  };
}
