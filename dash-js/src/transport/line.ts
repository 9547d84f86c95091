// A connection that is kept open: asks whether the server is there, comes back after it was lost, closes when nobody uses it.
import type { Connection, Listener, Message } from './transport';

export interface LineSettings {
  readonly inactivityTimeout: number;
  readonly heartbeatInterval: number;
}

export interface LineOptions {
  readonly open: (listener: Listener) => Connection;
  readonly onOpen: () => void;
  /** It comes back by itself, unless this is final. */
  readonly onClose: (code: number, reason: string, isFinal: boolean) => void;
  readonly onText: (text: string) => void;
}

export interface Line {
  isOpen: () => boolean;
  /** Opens the connection, without waiting for the next try. */
  connect: (settings: LineSettings) => void;
  send: (message: Message) => void;
  /** Somebody is there, although they say nothing. */
  touch: () => void;
  close: () => void;
}

export function createLine({ open, onOpen, onClose, onText }: LineOptions): Line {
  let connection: Connection | undefined;
  let settings: LineSettings = { inactivityTimeout: 0, heartbeatInterval: 30_000 };
  let tries = 0;
  let active = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    clearTimeout(retry);
    // What an older connection still has to say concerns nobody.
    const heard = <A extends readonly unknown[]>(listener: (...heard: A) => void) => (...what: A) => {
      if (connection === mine) listener(...what);
    };
    const mine = open({ opened: heard(opened), said: heard(said), lost: heard(lost) });
    connection = mine;
  }

  function opened(): void {
    tries = 0;
    touch();
    beat = setInterval(ask, settings.heartbeatInterval);
    onOpen();
  }

  function said(text: string): void {
    clearTimeout(silence);
    if (text === HEARTBEAT_ACK) return;
    touch();
    onText(text);
  }

  function lost(code: number, reason: string): void {
    stop();
    connection = undefined;
    const isFinal = FINAL.has(code) || tries >= MAX_TRIES;
    onClose(code, reason === '' ? `closed with ${code}` : reason, isFinal);
    if (isFinal) return;
    retry = setTimeout(start, Math.min(FIRST_DELAY_MS * 2 ** tries, MAX_DELAY_MS));
    tries += 1;
  }

  function ask(): void {
    const { inactivityTimeout } = settings;
    if (inactivityTimeout > 0 && Date.now() - active >= inactivityTimeout) return end(INACTIVE, 'inactivity timeout');
    connection?.send(JSON.stringify({ type: 'heartbeat' }));
    silence = setTimeout(() => end(SILENT, 'heartbeat timeout'), MAX_SILENCE_MS);
  }

  /** A peer that is gone does not say goodbye, so nobody waits for it. */
  function end(code: number, reason: string): void {
    connection?.close(code, reason);
    lost(code, reason);
  }

  function stop(): void {
    clearInterval(beat);
    clearTimeout(silence);
    clearTimeout(retry);
  }

  function touch(): void {
    active = Date.now();
  }

  return {
    isOpen: () => connection?.isOpen() === true,
    connect: (next) => {
      settings = next;
      tries = 0;
      if (connection === undefined) start();
    },
    send: (message) => {
      touch();
      connection?.send(JSON.stringify(message));
    },
    touch,
    close: () => {
      stop();
      connection?.close(1000, 'no page is left');
      connection = undefined;
    },
  };
}

const HEARTBEAT_ACK = '{"type":"heartbeat_ack"}';
/** The server waits for a browser that leaves with this. */
export const SILENT = 4000;
const INACTIVE = 4001;
/** The server does not take what was said, and would not the next time. */
export const TOO_LARGE = 1009;
/** After these the connection stays closed until it is asked for. */
const FINAL: ReadonlySet<number> = new Set([1000, TOO_LARGE, INACTIVE]);
const MAX_SILENCE_MS = 10_000;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 30_000;
const MAX_TRIES = 10;
