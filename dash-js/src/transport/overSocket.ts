// Which way a callback goes: over the socket if it asks for that and there is one, else by HTTP.
import type { Api } from '../api';
import type { CallbackSpec, Config } from '../wire';
import type { Socket } from './socket';
import type { Peer } from './transport';

/** The server over HTTP, and over a socket as soon as a peer is there that it can speak to. */
export interface Connected {
  readonly api: Api;
  attend: (peer: Peer) => void;
  /** The page gives way to another one. */
  detach: () => void;
}

export function overSocket(http: Api, { websocket }: Config, callbacks: readonly CallbackSpec[]): Connected {
  const takes = callbacks.filter((spec) => !spec.background && (spec.websocket || websocket?.enabled === true));
  const outputs = new Set(takes.map(({ output }) => output));
  if (websocket === undefined || outputs.size === 0 || typeof SharedWorker === 'undefined') {
    return { api: http, attend: () => {}, detach: () => {} };
  }
  const streams = new Set(takes.filter(({ stream }) => stream).map(({ output }) => output));
  let open: () => Promise<Socket | undefined> = async () => undefined;
  let socket: Promise<Socket | undefined> | undefined;

  /** A page that calls nothing over the socket has none. */
  async function ready(): Promise<Socket | undefined> {
    socket ??= open().catch(() => undefined);
    const there = await socket;
    return (await there?.ready()) === true ? there : undefined;
  }

  return {
    api: {
      ...http,
      ping: async () => {
        const isThere = await http.ping();
        if (isThere) (await socket)?.hurry();
        return isThere;
      },
      update: async (body, signal, more) => {
        const line = outputs.has(body.output) ? await ready() : undefined;
        return line === undefined ? http.update(body, signal, more) : line.update(body, signal, streams.has(body.output));
      },
    },
    attend: (peer) => {
      open = () => import('./socket').then(({ openSocket }) => openSocket(websocket, peer));
    },
    detach: () => void socket?.then((there) => there?.leave()),
  };
}
