// The rules of scheduling, one by one: each test's name starts with the id that `rules.json` gives its rule.
// @vitest-environment node
import { expect, test } from 'vitest';
import type { Outcome } from './api';
import { parseId } from './protocol';
import rules from './rules.json';
import { testApp, settled, updates } from './testing/app';
import { callbacksOf, layoutOf, long, responseOf, scenarios, type Step } from './testing/scenarios';

type App = ReturnType<typeof testApp>;
type Sent = App['sent'][number];

const failed: Outcome = { kind: 'failed', failure: { message: 'no', chain: [] } };

async function act({ load, change, answer, fail, which = 0, ...step }: Step, app: App, waiting: Sent[]): Promise<void> {
  if (load) return app.load();
  if (change !== undefined) {
    for (const [id, props] of Object.entries(change)) {
      const changed = app.store.change(app.store.find(parseId(long(id)))!, props);
      if (changed !== undefined) app.runner.follow(changed);
    }
    return settled();
  }
  const output = long(answer ?? fail ?? '');
  const sent = waiting.filter(({ body }) => body.output === output)[which]!;
  waiting.splice(waiting.indexOf(sent), 1);
  return sent.answer(fail === undefined ? updates(responseOf(step.with ?? {})) : failed);
}

/** Values of inputs, absent ones as null. */
const valueOf = (reading: unknown): unknown =>
  Array.isArray(reading) ? reading.map(valueOf) : ((reading as { value?: unknown }).value ?? null);

const usualEnd = ({ answer, fail }: Step): readonly string[] => {
  if (fail !== undefined) return ['failed'];
  return answer === undefined ? [] : ['answered'];
};

test.each(scenarios().map((scenario) => [`${scenario.rule} ${scenario.title}`, scenario] as const))('%s', async (_, scenario) => {
  const app = testApp(layoutOf(scenario), callbacksOf(scenario));
  const waiting: Sent[] = [];
  for (const step of scenario.steps) {
    const before = { sent: app.sent.length, outcomes: app.outcomes.length };
    const going = app.sent.filter(({ signal }) => !signal.aborted);
    await act(step, app, waiting);
    const sent = app.sent.slice(before.sent);
    waiting.push(...sent);
    const wanted = (step.sent ?? []).map((one) => ('call' in one ? one : { call: one }));
    expect(sent.map(({ body }) => [body.output, ...body.changedPropIds])).toEqual(wanted.map(({ call }) => call.map(long)));
    wanted.forEach(({ values, inputs }, i) => {
      if (values !== undefined) expect(sent[i]!.body.inputs.map(valueOf)).toEqual(values);
      if (inputs !== undefined) expect(sent[i]!.body.inputs).toEqual(inputs);
    });
    expect(going.filter(({ signal }) => signal.aborted).map(({ body }) => body.output)).toEqual((step.aborted ?? []).map(long));
    expect(app.outcomes.slice(before.outcomes).map(({ kind }) => kind)).toEqual(step.ended ?? usualEnd(step));
    for (const [id, props] of Object.entries(step.props ?? {})) expect(app.store.find(id)!.props).toMatchObject(props);
  }
});

test('every rule of the list has a scenario, and the other way round', () => {
  expect([...new Set(scenarios().map(({ rule }) => rule))].sort()).toEqual(rules.map(({ id }) => id).sort());
});
