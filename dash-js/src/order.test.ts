// Random graphs, changes, failures and orders of answers: nothing old stands over something new, and what stands in
// the end is what callbacks one after the other give.
// @vitest-environment node
import { expect, test } from 'vitest';
import type { Outcome } from './api';
import type { Reading, Reference } from './body';
import { type Id, stringifyId } from './ids';
import { box, settled, testApp, updates } from './testing/app';
import type { Sent } from './testing/app';
import { type Call, compute, generator, oneAfterTheOther, randomGraph, sourcesOf, stampOf } from './testing/randomGraph';

const RUNS = 200;
const CHANGES = 6;

test.each(Array.from({ length: RUNS }, (_, seed) => [seed]))('seed %i', async (seed) => {
  const random = generator(seed);
  const { inputs, outputs, specs, calls } = randomGraph(random);
  const app = testApp(box('page', ...[...inputs, ...outputs].map((id) => box(id))), specs);
  const open: Sent[] = [];
  const sources = sourcesOf(calls);

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
    const call = calls.find(({ writes }) => writes[0] === nameOf(request))!;
    await request.answer(answerOf(call, request));
    collect();
    for (const id of call.writes) {
      const stands = stampOf(app.store.find(idOf(id))!.props['c']);
      expect(stands).toBeGreaterThanOrEqual(newest.get(id) ?? 0);
      newest.set(id, stands);
    }
  };

  const byText = new Map([...inputs, ...outputs].map((id) => [stringifyId(id), id]));
  const idOf = (text: string): Id => byText.get(text)!;

  await app.load();
  collect();
  const values: Record<string, unknown> = {};
  for (let stamp = 1; stamp <= CHANGES; stamp += 1) {
    const id = inputs[random(inputs.length)]!;
    values[stringifyId(id)] = { stamp };
    await app.change(id, { c: { stamp } });
    collect();
    for (let i = random(3); i > 0 && open.length > 0; i -= 1) await answerOne();
  }
  while (open.length > 0) await answerOne();
  await settled();

  const expected = oneAfterTheOther(calls, values);
  for (const id of outputs) expect(app.store.find(id)!.props['c']).toEqual(expected[stringifyId(id)]);
  expect(app.busy.at(-1)).toBe(false);
});

/** What the call writes first. */
const nameOf = ({ body }: Sent): string => stringifyId(([body.outputs].flat(2)[0] as Reference).id as Id);

const valueOf = (reading: Reading | readonly Reading[]): unknown =>
  Array.isArray(reading) ? reading.map(valueOf) : (reading as Reading).value;

function answerOf({ writes, fails }: Call, { body }: Sent): Outcome {
  if (fails) return { kind: 'failed', failure: { message: 'no answer', chain: [] } };
  const from = body.inputs.map(valueOf);
  return updates(Object.fromEntries(writes.map((id) => [id, { c: compute(id, from) }])));
}
