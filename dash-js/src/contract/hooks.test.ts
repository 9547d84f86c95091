// The hooks that the author of a page may give.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Api, Outcome } from '../api';
import type { Body } from '../body';
import type { Job } from '../schedule';
import { buildGraph } from '../graph';
import { parseDependencies } from '../protocol';
import { callback } from '../testing/app';
import { observed, patient, refreshing, resolvedWith, stateOf } from './hooks';

const body: Body = { output: 'out.c', inputs: [], changedPropIds: [], parsedChangedPropsIds: [] };
const layout = { type: 'Div', namespace: 'html', props: {} };
const answered: Outcome = { kind: 'answered', answer: { sideUpdate: [], response: [[{ b: 1, a: 2 }, { c: 3 }]] } };
const api = (outcome: Outcome): Api => ({
  layout: async () => layout, dependencies: async () => [], update: async () => outcome, ping: async () => true,
});

describe('what is asked and answered', () => {
  test('the layout', async () => {
    const heard: unknown[] = [];
    const hooks = { layout_pre: () => void heard.push('pre'), layout_post: (given: unknown) => void heard.push(given) };
    expect(await observed(api(answered), hooks).layout()).toBe(layout);
    expect(heard).toEqual(['pre', layout]);
  });

  test('a callback, its answer by id', async () => {
    const request_pre = vi.fn();
    const request_post = vi.fn();
    await observed(api(answered), { request_pre, request_post }).update(body, new AbortController().signal);
    expect([request_pre.mock.calls, request_post.mock.calls]).toEqual([[[body]], [[body, { '{"a":2,"b":1}': { c: 3 } }]]]);
  });

  test('nothing of an answer that failed', async () => {
    const request_post = vi.fn();
    const failed: Outcome = { kind: 'failed', failure: { message: 'no', chain: [] } };
    expect(await observed(api(failed), { request_post }).update(body, new AbortController().signal)).toBe(failed);
    expect(request_post).not.toHaveBeenCalled();
  });
});

test('the state of the page has every hook, given or not', () => {
  const request_pre = vi.fn();
  expect(stateOf({ request_pre })).toEqual({
    layout_pre: null, layout_post: null, request_pre, request_post: null, callback_resolved: null, request_refresh_jwt: null,
  });
});

test('a callback that came to an end, with what it was answered or why it failed', () => {
  const [ended] = buildGraph(parseDependencies([callback('out.c@1', ['{"i":["ALL"]}.v'])])).callbacks;
  const job = { instance: { callback: ended!, match: {}, key: '0' } } as Job;
  const callback_resolved = vi.fn();
  const hear = resolvedWith({ callback_resolved });
  hear(job, answered);
  hear(job, { kind: 'failed', failure: { message: 'no', chain: [] } });
  hear(job, { kind: 'skipped' });
  const described = { output: 'out.c@1', inputs: [{ id: '{"i":["ALL"]}', property: 'v' }], state: [] };
  expect(callback_resolved.mock.calls).toEqual([
    [described, { data: { '{"a":2,"b":1}': { c: 3 } } }],
    [described, { error: new Error('no') }],
  ]);
});

test('a request that nobody waits for any more runs to its end', async () => {
  const update = vi.fn<Api['update']>(async () => answered);
  const abort = new AbortController();
  abort.abort();
  await patient({ ...api(answered), update }).update(body, abort.signal, [['job', 'j']]);
  expect(update.mock.calls.map(([, { aborted }, more]) => [aborted, more])).toEqual([[false, [['job', 'j']]]]);
});

test('a page in a frame without an origin asks its server across origins', async () => {
  const fetched = vi.fn(async () => new Response('ok'));
  vi.stubGlobal('fetch', fetched);
  await refreshing({})('/', { mode: 'same-origin', method: 'POST' });
  expect(fetched.mock.calls).toEqual([['/', { mode: 'cors', method: 'POST' }]]);
  vi.unstubAllGlobals();
});

describe('a token', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** A server that wants a token of this length. */
  function guarded(length: () => number, status = 401) {
    const tokens: (string | undefined)[] = [];
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      const given = new Headers(init.headers).get('Authorization') ?? undefined;
      tokens.push(given);
      return given?.length === 'Bearer '.length + length() ? new Response('ok') : new Response('JWT Expired', { status });
    });
    return tokens;
  }

  test.each([401, 400])('that expired is renewed once for all requests, after %i', async (status) => {
    let length = 1;
    const tokens = guarded(() => length, status);
    const request_refresh_jwt = vi.fn((old: string | null) => `${old ?? ''}x`);
    const ask = refreshing({ request_refresh_jwt });
    const texts = await Promise.all([ask('/', {}), ask('/', {})].map(async (response) => (await response).text()));
    expect([texts, request_refresh_jwt.mock.calls]).toEqual([['ok', 'ok'], [[null]]]);
    length = 2;
    expect(await (await ask('/', {})).text()).toBe('ok');
    expect([request_refresh_jwt.mock.calls, tokens.at(-1)]).toEqual([[[null], ['x']], 'Bearer xx']);
  });

  test('is not asked for when something else is refused', async () => {
    vi.stubGlobal('fetch', async () => new Response('no', { status: 401 }));
    const request_refresh_jwt = vi.fn();
    expect((await refreshing({ request_refresh_jwt })('/', {})).status).toBe(401);
    expect(request_refresh_jwt).not.toHaveBeenCalled();
  });
});
