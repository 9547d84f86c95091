// Random graphs of callbacks: how a server describes them, the calls they stand for, and what these give one after
// the other. Nothing here runs them.
import { type Id, stringifyId } from '../ids';
import { callback } from './app';

export type Random = (below: number) => number;

/** One instance of a callback; ids are texts. */
export interface Call {
  readonly writes: readonly string[];
  /** A list where it reads all of a family. */
  readonly reads: readonly (string | readonly string[])[];
  /** It never has an answer. */
  readonly fails: boolean;
}

export interface RandomGraph {
  /** What a reader of the page changes. */
  readonly inputs: readonly Id[];
  readonly outputs: readonly Id[];
  readonly specs: readonly unknown[];
  /** Each after what it reads. */
  readonly calls: readonly Call[];
}

/** One component, or the members of a family. */
interface Place {
  readonly name: string;
  readonly isFamily: boolean;
  readonly fails: boolean;
}

interface Reading extends Place {
  readonly wildcard: 'MATCH' | 'ALL';
}

interface Node {
  readonly writes: readonly Place[];
  readonly reads: readonly Reading[];
}

const MEMBERS = [0, 1, 2];

/** Each callback reads inputs of the page and what those before it write; their list is shuffled, so that its order tells nothing. */
export function randomGraph(random: Random): RandomGraph {
  const inputs = ['i0', 'i1', 'i2'].slice(0, 1 + random(3)).map((name, i) => place(name, i > 0 && random(2) === 0, false));
  const nodes: Node[] = [];
  for (let i = 0; i < 3 + random(8); i += 1) nodes.push(randomNode(random, `o${i}`, inputs, nodes.flatMap(({ writes }) => writes)));
  return {
    inputs: inputs.flatMap(idsOf),
    outputs: nodes.flatMap(({ writes }) => writes.flatMap(idsOf)),
    specs: nodes.map((node) => [random(1_000), specOf(node)] as const).sort(([a], [b]) => a - b).map(([, spec]) => spec),
    calls: nodes.flatMap(callsOf),
  };
}

const place = (name: string, isFamily: boolean, fails: boolean): Place => ({ name, isFamily, fails });

function randomNode(random: Random, name: string, inputs: readonly Place[], before: readonly Place[]): Node {
  const sources = [...inputs, ...before];
  const chosen = sources.filter(() => random(3) === 0);
  if (chosen.length === 0) chosen.push(sources[random(sources.length)]!);
  // What reads nothing but failures may or may not have its first call: they come before it, or after.
  if (chosen.every(({ fails }) => fails)) chosen.push(inputs[0]!);
  const reads = chosen.map((source): Reading => ({ ...source, wildcard: random(2) === 0 ? 'ALL' : 'MATCH' }));
  const isFamily = reads.some((read) => read.isFamily && read.wildcard === 'MATCH') && random(4) > 0;
  const fails = random(6) === 0;
  const names = random(3) === 0 ? [name, `${name}x`] : [name];
  return {
    writes: names.map((own) => place(own, isFamily, fails)),
    reads: isFamily ? reads : reads.map((read) => ({ ...read, wildcard: 'ALL' })),
  };
}

const memberOf = (name: string, i: unknown): Id => ({ i, n: name }) as Id;

const idsOf = ({ name, isFamily }: Place): readonly Id[] => (isFamily ? MEMBERS.map((i) => memberOf(name, i)) : [name]);

const textOf = (name: string, isFamily: boolean, wildcard: string): string =>
  `${isFamily ? JSON.stringify(memberOf(name, [wildcard])) : name}.c`;

function specOf({ writes, reads }: Node): unknown {
  const outputs = writes.map(({ name, isFamily }) => textOf(name, isFamily, 'MATCH'));
  return callback(
    outputs.length === 1 ? outputs[0]! : `..${outputs.join('...')}..`,
    reads.map(({ name, isFamily, wildcard }) => textOf(name, isFamily, wildcard)),
  );
}

function callsOf({ writes, reads }: Node): readonly Call[] {
  const call = (member: number): Call => ({
    writes: writes.map((written) => stringifyId(idsOf(written)[member]!)),
    reads: reads.map((read) => {
      const ids = idsOf(read).map(stringifyId);
      if (!read.isFamily) return ids[0]!;
      return read.wildcard === 'ALL' ? ids : ids[member]!;
    }),
    fails: writes.some(({ fails }) => fails),
  });
  return writes[0]!.isFamily ? MEMBERS.map(call) : [call(0)];
}

/** Tells what it was made from, and the newest change that went into it. */
export const compute = (id: string, from: readonly unknown[]): unknown => ({ id, from, stamp: stampOf(from) });

/** That of the newest change in a value. */
export function stampOf(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(stampOf));
  return (value as { stamp?: number } | undefined)?.stamp ?? 0;
}

/** What stands in the end. */
export function oneAfterTheOther(calls: readonly Call[], inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const done: Record<string, unknown> = { ...inputs };
  for (const { writes, reads } of calls.filter((call) => !call.fails)) {
    const from = reads.map((read) => (typeof read === 'string' ? done[read] : read.map((id) => done[id])));
    for (const id of writes) done[id] = compute(id, from);
  }
  return done;
}

/** The calls that each call depends on, by what they write first. */
export function sourcesOf(calls: readonly Call[]): ReadonlyMap<string, ReadonlySet<string>> {
  const writers = new Map(calls.flatMap(({ writes }) => writes.map((id) => [id, writes[0]!])));
  const sources = new Map<string, ReadonlySet<string>>();
  for (const { writes, reads } of calls) {
    const direct = reads.flat().flatMap((id) => writers.get(id) ?? []);
    sources.set(writes[0]!, new Set(direct.flatMap((writer) => [writer, ...sources.get(writer)!])));
  }
  return sources;
}

/** The same numbers for the same seed: xorshift. */
export function generator(seed: number): Random {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return below === 0 ? 0 : (state >>> 0) % below;
  };
}
