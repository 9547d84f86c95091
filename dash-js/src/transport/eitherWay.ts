// Which connection is opened: a WebSocket, or events where a proxy forbids those.
import { SILENT } from './line';
import type { Connection, Opening } from './transport';

/** Opens the socket, and the events if nothing is heard of it; what once worked is taken from then on. */
export function eitherWay(openSocket: Opening, openEvents: Opening): Opening {
  let working: Opening | undefined;

  return (address, query, listener) => {
    if (address.eventsUrl === undefined) return openSocket(address, query, listener);
    let current: Connection | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;

    function use(opening: Opening, failed: typeof listener.lost): void {
      let isHeard = false;
      const heard = (text: string) => {
        if (!isHeard) {
          clearTimeout(patience);
          [isHeard, working] = [true, opening];
          listener.opened();
        }
        listener.said(text);
      };
      const mine = opening(address, query, {
        // A proxy may let the socket open, and nothing through.
        opened: () => {},
        said: (text) => (current === mine ? heard(text) : undefined),
        lost: (code, reason) => (current === mine ? (isHeard ? listener.lost : failed)(code, reason) : undefined),
      });
      current = mine;
    }

    function instead(): void {
      clearTimeout(patience);
      use(openEvents, (code, reason) => {
        working = undefined;
        listener.lost(code, reason);
      });
    }

    if (working === openEvents) {
      instead();
    } else {
      use(openSocket, working === openSocket ? listener.lost : instead);
      if (working === undefined) patience = setTimeout(giveUp, MAX_WAIT_MS);
    }

    function giveUp(): void {
      const silent = current;
      instead();
      silent?.close(SILENT, 'nothing is heard');
    }

    return {
      isOpen: () => current?.isOpen() === true,
      send: (text) => current?.send(text),
      close: (code, reason) => {
        clearTimeout(patience);
        current?.close(code, reason);
      },
    };
  };
}

/** A page waits for its socket not much longer. */
const MAX_WAIT_MS = 3_000;
