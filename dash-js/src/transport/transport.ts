// What a way to the server can do, and what the server may do over one that stays open. No code lives here.
import type { Id } from '../ids';
import type { Updates } from '../wire';

/** How the pages of this browser reach the server over one socket. */
export interface SocketSettings {
  /** Whether all callbacks take it, not only those that ask for it. */
  readonly enabled: boolean;
  /** Below the page's origin. */
  readonly url: string;
  readonly workerUrl: string;
  /** In milliseconds; 0 is never. */
  readonly inactivityTimeout: number;
  readonly heartbeatInterval: number;
  /** Whether the server numbers messages, and hears of a page that leaves while others stay: an extension of ours. */
  readonly numbered: boolean;
  /** What serves where a WebSocket cannot be opened: extensions of ours. */
  readonly eventsUrl?: string | undefined;
  readonly messagesUrl?: string | undefined;
}

/** Where the server is found. */
export interface Address {
  readonly serverUrl: string;
  readonly eventsUrl?: string | undefined;
  readonly messagesUrl?: string | undefined;
}

/** A way to the server, in use. */
export interface Connection {
  isOpen: () => boolean;
  send: (text: string) => void;
  /** Nothing is heard of it any more. */
  close: (code: number, reason: string) => void;
}

/** Who hears of a connection; not before it is returned. */
export interface Listener {
  readonly opened: () => void;
  readonly said: (text: string) => void;
  readonly lost: (code: number, reason: string) => void;
}

/** Opens a connection; the query is of the session, where there is one. */
export type Opening = (address: Address, query: string, listener: Listener) => Connection;

/** What the server may ask of a page. */
export interface Peer {
  /** Sets props as a callback does. */
  set: (updates: Updates) => void;
  /** The server has not been heard of for a while. */
  lose: () => void;
  read: (id: Id, properties: readonly string[]) => Readonly<Record<string, unknown>>;
  /** Calls again what runs as long as the page stands: it ended when the line was lost. */
  restart: () => void;
}

/** What server, worker and page say to each other. */
export interface Message {
  readonly type: string;
  readonly rendererId?: string;
  readonly requestId?: string;
  readonly payload?: unknown;
  /** The sender's count of its messages, and how many it has from the other side. */
  readonly number?: number;
  readonly seen?: number;
}

/** What comes at once from a server that numbers messages. */
export interface Frame {
  readonly number: number;
  /** The number of the last message that it has. */
  readonly taken: number;
  /** In the first frame: whether the session goes on. */
  readonly resumed: boolean | undefined;
  readonly messages: readonly Message[];
}
