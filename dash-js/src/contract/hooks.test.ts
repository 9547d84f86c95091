// The hooks that the author of a page may give.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Api, Outcome } from '../api';
import type { Body } from '../body';
import { observed, refreshing } from './hooks';

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
