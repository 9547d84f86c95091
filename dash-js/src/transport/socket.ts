// The page's end of the worker: calls callbacks over the socket, and lets the server set and read props.
import type { Outcome } from '../api';
import type { Body } from '../body';
import { parseClosing, parsePropsRequest, parsePush, parseReply, ProtocolError } from '../protocol';
import { TOO_LARGE } from './line';
import { randomName } from './name';
import type { Address, Message, Peer, SocketSettings } from './transport';

/** The page's port of the worker. */
export type Port = Pick<MessagePort, 'postMessage' | 'onmessage'>;

export interface Socket {
  /** Opens the socket if it is not; whether it is open now. */
  ready: () => Promise<boolean>;
  /** A stream is asked for again when the socket is lost; what became of anything else, nobody knows. */
  update: (body: Body, signal: AbortSignal, isStream?: boolean) => Promise<Outcome>;
  /** The server is there: a socket that is lost need not wait for its next try. */
  hurry: () => void;
  /** The reader looks at the page. */
  notifyVisible: () => void;
  /** The page goes away, perhaps to come back. */
  leave: () => void;
}

interface Call {
  readonly body: Body;
  readonly isStream: boolean;
  readonly done: (outcome: Outcome) => void;
}

export function createSocket(port: Port, address: Address, settings: SocketSettings, peer: Peer): Socket {
  const rendererId = randomName();
  const calls = new Map<string, Call>();
  const { inactivityTimeout, heartbeatInterval, numbered } = settings;
  let counter = 0;
  let isOpen = false;
  let wasLost = false;
  let isHopeless = false;
  let opening: Promise<boolean> | undefined;
  let opened: (isOpen: boolean) => void = () => {};

  const say = (message: Omit<Message, 'rendererId'>) => port.postMessage({ ...message, rendererId });

  function ready(): Promise<boolean> {
    if (isOpen || isHopeless) return Promise.resolve(isOpen);
    opening ??= new Promise((resolve) => {
      const timer = setTimeout(() => {
        isHopeless = true;
        opened(false);
      }, MAX_WAIT_MS);
      opened = (is) => {
        clearTimeout(timer);
        opening = undefined;
        resolve(is);
      };
      connect();
    });
    return opening;
  }

  const connect = () => say({ type: 'connect', payload: { ...address, inactivityTimeout, heartbeatInterval, numbered } });

  const ask = (requestId: string, { body }: Call) => say({ type: 'callback_request', requestId, payload: body });

  function connected(): void {
    const isBack = isOpen || wasLost;
    if (isOpen) renew();
    [isOpen, wasLost] = [true, false];
    opened(true);
    if (isBack) peer.restart();
  }

  /** The server knows nothing of what was asked for: it may be another one. */
  function renew(): void {
    calls.forEach((call, requestId) => {
      if (call.isStream) return ask(requestId, call);
      calls.delete(requestId);
      call.done(NOTHING);
    });
  }

  /** Which of several calls was too large, nobody says. */
  function disconnected(why?: unknown): void {
    const { code, reason } = parseClosing(why);
    const lost: Outcome = code === TOO_LARGE ? { kind: 'failed', failure: { message: reason, chain: [] } } : NOTHING;
    wasLost ||= isOpen;
    isOpen = false;
    opened(false);
    calls.forEach(({ isStream, done }) => done(isStream ? { kind: 'unreachable' } : lost));
    calls.clear();
  }

  function settle(requestId: string, payload: unknown): void {
    const call = calls.get(requestId);
    calls.delete(requestId);
    call?.done(outcomeOf(payload, call.body.output));
  }

  function read(requestId: string, payload: unknown): void {
    const { id, properties } = parsePropsRequest(payload);
    say({ type: 'get_props_response', requestId, payload: peer.read(id, properties) });
  }

  port.onmessage = ({ data: { type, requestId = '', payload } }: MessageEvent<Message>) => {
    if (type === 'connected') connected();
    if (type === 'disconnected') disconnected(payload);
    if (type === 'interrupted') peer.lose();
    if (type === 'callback_response') settle(requestId, payload);
    if (type === 'set_props') peer.set([parsePush(payload)]);
    if (type === 'set_props_batch' && Array.isArray(payload)) peer.set(payload.map(parsePush));
    if (type === 'get_props_request') read(requestId, payload);
  };

  return {
    ready,
    update: (body, signal, isStream = false) =>
      new Promise((done) => {
        const requestId = `${rendererId}-${++counter}`;
        const call = { body, isStream, done };
        calls.set(requestId, call);
        signal.addEventListener('abort', () => {
          calls.delete(requestId);
          done({ kind: 'unreachable' });
        });
        ask(requestId, call);
      }),
    hurry: connect,
    notifyVisible: () => say({ type: 'tab_visible' }),
    leave: () => {
      say({ type: 'disconnect' });
      disconnected();
    },
  };
}

function outcomeOf(payload: unknown, output: string): Outcome {
  try {
    const reply = parseReply(payload, output);
    return 'message' in reply ? { kind: 'failed', failure: reply } : { kind: 'answered', answer: reply };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { kind: 'failed', failure: { message: `the server's answer cannot be read: ${error.message}`, chain: [] } };
  }
}

const NOTHING: Outcome = { kind: 'answered', answer: { sideUpdate: [], response: [] } };

/** A socket that takes longer is no use to a callback. */
const MAX_WAIT_MS = 5_000;

/** The socket of this page, by the worker that all its kind share. */
export function openSocket(settings: SocketSettings, peer: Peer): Socket {
  const { protocol, host, origin } = window.location;
  const { url, eventsUrl, messagesUrl } = settings;
  const serverUrl = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${url}`;
  const events = eventsUrl === undefined ? {} : { eventsUrl: origin + eventsUrl, messagesUrl: `${origin}${messagesUrl}` };
  // Apps below one origin have a worker each.
  const { port } = new SharedWorker(settings.workerUrl, { name: `dash-ws-worker ${settings.url}` });
  const socket = createSocket(port, { serverUrl, ...events }, settings, peer);
  addEventListener('pagehide', socket.leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') socket.notifyVisible();
  });
  return socket;
}
