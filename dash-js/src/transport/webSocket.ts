// A connection by a WebSocket.
import type { Connection, Listener, Opening } from './transport';

export const openWebSocket: Opening = ({ serverUrl }, query, listener) => joined(new WebSocket(serverUrl + query), listener);

/** A socket that is about to open, as a connection. */
export function joined(socket: WebSocket, { opened, said, lost }: Listener): Connection {
  socket.onopen = opened;
  socket.onmessage = ({ data }) => said(String(data));
  socket.onclose = ({ code, reason }) => lost(code, reason);
  return {
    isOpen: () => socket.readyState === OPEN,
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
  };
}

const OPEN = 1;
