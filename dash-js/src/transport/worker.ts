// The entry of the worker that all pages of a browser share.
import { createHub } from './hub';

declare const self: { onconnect: ((event: MessageEvent) => void) | null };

const join = createHub((url) => new WebSocket(url));

self.onconnect = ({ ports: [port] }) => {
  if (port !== undefined) join(port);
};
