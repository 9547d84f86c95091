// A server's sockets in a test: what the line opened, what it said, and what the test lets it hear.
import { parseJson } from '../protocol';
import type { Opening } from '../transport/transport';
import { joined } from '../transport/webSocket';

export class FakeSocket {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly said: unknown[] = [];
  closedWith: number | undefined;

  send(text: string): void {
    this.said.push(parseJson(text));
  }

  close(code: number): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  /** The server accepts. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** The server says something. */
  hear(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The server, or what is between, ends it. */
  drop(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
}

/** Sockets as they are opened; the last one is the present one. */
export function fakeSockets() {
  const sockets: FakeSocket[] = [];
  const urls: string[] = [];
  const open: Opening = ({ serverUrl }, query, listener) => {
    const socket = new FakeSocket();
    sockets.push(socket);
    urls.push(serverUrl + query);
    return joined(socket as unknown as WebSocket, listener);
  };
  return {
    sockets,
    urls,
    open,
    last: (): FakeSocket => sockets.at(-1)!,
  };
}
