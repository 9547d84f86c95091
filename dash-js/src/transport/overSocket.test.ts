// Which way a callback goes.
import { afterEach, expect, test, vi } from 'vitest';
import type { Api, Outcome } from '../api';
import type { Body } from '../body';
import { parseConfig, parseDependencies } from '../protocol';
import { callback } from '../testing/app';
import { overSocket } from './overSocket';
import { openSocket } from './socket';

vi.mock('./socket', () => ({ openSocket: vi.fn() }));
afterEach(() => vi.unstubAllGlobals());

const WEBSOCKET = { enabled: false, url: '/_dash-ws-callback', worker_url: '/worker.js' };
const PEER = { set: () => {}, lose: () => {}, read: () => ({}), restart: () => {} };

/** Calls a callback of this kind; which way it goes. */
async function wayOf(spec: Record<string, unknown>, websocket: unknown, isOpen: boolean): Promise<string> {
  const ways: string[] = [];
  const through = (way: string) => async (): Promise<Outcome> => {
    ways.push(way);
    return { kind: 'skipped' };
  };
  vi.mocked(openSocket).mockReturnValue({
    ready: async () => isOpen, update: through('socket'), hurry: () => {}, notifyVisible: () => {}, leave: () => {},
  });
  const http = { update: through('HTTP') } as Partial<Api> as Api;
  const config = parseConfig({ requests_pathname_prefix: '/', websocket });
  const specs = parseDependencies([callback('out.children', ['in.value'], spec)]);
  const { api, attend } = overSocket(http, config, specs);
  attend(PEER);
  const body: Body = { output: 'out.children', inputs: [], changedPropIds: [], parsedChangedPropsIds: [] };
  await api.update(body, new AbortController().signal);
  return ways.join();
}

test.each([
  [{ websocket: true }, WEBSOCKET, true, 'socket'],
  [{}, WEBSOCKET, true, 'HTTP'],
  [{}, { ...WEBSOCKET, enabled: true }, true, 'socket'],
  [{ websocket: true, background: { interval: 500 } }, WEBSOCKET, true, 'HTTP'],
  [{ websocket: true }, WEBSOCKET, false, 'HTTP'],
  [{ websocket: true }, { ...WEBSOCKET, worker_url: null }, true, 'HTTP'],
  [{ websocket: true }, undefined, true, 'HTTP'],
] as const)('%j with %j, open: %s: %s', async (spec, websocket, isOpen, expected) => {
  vi.stubGlobal('SharedWorker', class {});
  expect(await wayOf(spec, websocket, isOpen)).toBe(expected);
});

test('a browser without shared workers calls by HTTP', async () => {
  vi.stubGlobal('SharedWorker', undefined);
  expect(await wayOf({ websocket: true }, WEBSOCKET, true)).toBe('HTTP');
});
