// A server in a function: answers callbacks, may be gone, and remembers what it was asked.
import { vi } from 'vitest';
import type { Body } from '../body';
import { parseJson } from '../protocol';

type Answer = (body: Body) => Response | Record<string, Record<string, unknown>> | Promise<Response>;

export interface FakeServer {
  readonly requests: Body[];
  readonly pings: number;
  /** Requests fail as they do when nothing listens at the address. */
  gone: boolean;
}

/** Replaces `fetch` until the test ends. */
export function fakeServer(answer: Answer): FakeServer {
  const server = { requests: [] as Body[], pings: 0, gone: false };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.endsWith('_reload-hash')) server.pings += 1;
    if (server.gone) throw new TypeError('Failed to fetch');
    if (url.endsWith('_reload-hash')) return json({ reloadHash: 'x' });
    const body = parseJson(String(init.body)) as Body;
    server.requests.push(body);
    const answered = await answer(body);
    return answered instanceof Response ? answered : json({ multi: true, response: answered });
  });
  return server;
}

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
