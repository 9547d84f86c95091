// The pages of one browser on one line: passes on what they say, and to each page what is meant for it.
import { parseJson, parseMessages } from '../protocol';
import { createLine } from './line';
import type { Message } from './transport';

/** The end of a page. */
export type Port = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** Takes the ports of pages as they come. */
export function createHub(open: (url: string) => WebSocket): (port: Port) => void {
  const pages = new Map<string, Port>();
  let url = '';
  let hearsOfPages = false;
  const line = createLine({
    open: () => open(url),
    onOpen: () => toAll({ type: 'connected' }),
    onClose: (reason) => toAll({ type: 'disconnected', payload: { reason } }),
    onText: (text) => route(text),
  });

  function toAll(message: Message): void {
    pages.forEach((port, rendererId) => port.postMessage({ ...message, rendererId }));
  }

  function route(text: string): void {
    for (const message of parseMessages(parseJson(text))) {
      pages.get(message.rendererId ?? '')?.postMessage(message);
    }
  }

  function hear(port: Port, message: Message): void {
    const { rendererId = '' } = message;
    switch (message.type) {
      case 'connect':
        return connect(port, rendererId, message.payload as Greeting);
      case 'disconnect':
        pages.delete(rendererId);
        return pages.size === 0 ? line.close() : leave(rendererId);
      case 'tab_visible':
        return line.touch();
      default:
        return line.isOpen() ? line.send(message) : port.postMessage({ type: 'disconnected', rendererId });
    }
  }

  function connect(port: Port, rendererId: string, { serverUrl, hearsOfPages: hears, ...settings }: Greeting): void {
    pages.set(rendererId, port);
    url = serverUrl;
    hearsOfPages = hears === true;
    if (line.isOpen()) port.postMessage({ type: 'connected', rendererId });
    else line.connect(settings);
  }

  /** The socket stays, so that the server would not hear of it. */
  function leave(rendererId: string): void {
    if (hearsOfPages && line.isOpen()) line.send({ type: 'disconnect', rendererId });
  }

  return (port) => {
    port.onmessage = ({ data }: MessageEvent<Message>) => hear(port, data);
  };
}

/** What a page says first. */
interface Greeting {
  readonly serverUrl: string;
  readonly inactivityTimeout: number;
  readonly heartbeatInterval: number;
  readonly hearsOfPages?: boolean;
}
