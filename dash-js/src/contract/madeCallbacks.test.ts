// The callbacks that a callback made are there afterwards, and only then is the server asked.
import { expect, test } from 'vitest';
import type { Outcome } from '../api';
import { buildGraph, usesOf } from '../graph';
import { parseDependencies } from '../protocol';
import type { Job } from '../schedule';
import { callback } from '../testing/app';
import { renewing } from './madeCallbacks';

const answered: Outcome = { kind: 'answered', answer: { sideUpdate: [], response: [] } };
const before = [callback('a.c', ['go.n'], { dynamic_creator: true }), callback('b.c', ['go.n'])];
const after = [...before, callback('c.c', ['late.n'])];

test.each<[string, number, Outcome, boolean]>([
  ['a callback that makes others', 0, answered, true],
  ['one that does not', 1, answered, false],
  ['one that failed', 0, { kind: 'failed', failure: { message: 'no', chain: [] } }, false],
])('%s', async (_, index, outcome, isRenewed) => {
  const graph = buildGraph(parseDependencies(before));
  const job = { instance: { callback: graph.callbacks[index]!, match: {}, key: '0' } } as Job;
  await renewing(async () => after)(job, outcome, graph);
  expect([graph.callbacks.length, usesOf(graph.inputs, 'late').has('n')]).toEqual(isRenewed ? [3, true] : [2, false]);
});
