// The entry of the worker that all pages of a browser share.
import { eitherWay } from './eitherWay';
import { openEvents } from './events';
import { createHub } from './hub';
import { openWebSocket } from './webSocket';

declare const self: { onconnect: ((event: MessageEvent) => void) | null };

const join = createHub(eitherWay(openWebSocket, openEvents));

self.onconnect = ({ ports: [port] }) => {
  if (port !== undefined) join(port);
};
