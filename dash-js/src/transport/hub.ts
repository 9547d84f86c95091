// The pages of one browser on one line: passes on what they say, and to each page what is meant for it.
import { parseJson, parseMessages } from '../protocol';
import { createLine } from './line';
import { createSession } from './session';
import type { Address, Message, Opening } from './transport';

/** The end of a page. */
export type Port = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** Takes the ports of pages as they come. */
export function createHub(open: Opening): (port: Port) => void {
  const pages = new Map<string, Port>();
  /** Those that do not know yet that the line is there. */
  const waiting = new Set<string>();
  let address: Address = { serverUrl: '' };
  let numbered = false;
  let isReady = false;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const session = createSession({ send: (message) => (line.isOpen() ? line.send(message) : undefined), onMessage: pass, onOpen: ready });
  const line = createLine({
    open: (listener) => open(address, numbered ? session.open() : '', listener),
    onOpen: () => numbered || ready(false),
    onClose: lost,
    onText: (text) => (numbered ? session.hear(text) : parseMessages(parseJson(text)).forEach(pass)),
  });

  function toAll(message: Message): void {
    pages.forEach((port, rendererId) => port.postMessage({ ...message, rendererId }));
  }

  function pass(message: Message): void {
    pages.get(message.rendererId ?? '')?.postMessage(message);
  }

  /** A page that hears it twice knows that what it has asked for is lost. */
  function ready(isResumed: boolean): void {
    isReady = true;
    clearTimeout(patience);
    patience = undefined;
    pages.forEach((port, rendererId) => {
      if (!isResumed || waiting.has(rendererId)) port.postMessage({ type: 'connected', rendererId });
    });
    waiting.clear();
  }

  /** A session goes on if the line is soon back, and pages need not know. */
  function lost(code: number, reason: string, isFinal: boolean): void {
    isReady = false;
    const payload = { code, reason };
    if (numbered && !isFinal) {
      patience ??= setTimeout(() => toAll({ type: 'interrupted', payload }), PATIENCE_MS);
      return;
    }
    end();
    toAll({ type: 'disconnected', payload });
  }

  function end(): void {
    clearTimeout(patience);
    patience = undefined;
    isReady = false;
    session.forget();
  }

  function hear(port: Port, message: Message): void {
    const { rendererId = '' } = message;
    switch (message.type) {
      case 'connect':
        return connect(port, rendererId, message.payload as Greeting);
      case 'disconnect':
        return leave(rendererId);
      case 'tab_visible':
        return line.touch();
      default:
        return say(port, message);
    }
  }

  function say(port: Port, message: Message): void {
    if (numbered && pages.has(message.rendererId ?? '')) session.say(message);
    else if (!numbered && line.isOpen()) line.send(message);
    else port.postMessage({ type: 'disconnected', rendererId: message.rendererId });
  }

  function connect(port: Port, rendererId: string, { serverUrl, eventsUrl, messagesUrl, numbered: is, ...settings }: Greeting): void {
    const isNew = !pages.has(rendererId);
    pages.set(rendererId, port);
    address = { serverUrl, eventsUrl, messagesUrl };
    numbered = is === true;
    if (isNew) waiting.add(rendererId);
    if (isReady) ready(true);
    else line.connect(settings);
  }

  function leave(rendererId: string): void {
    pages.delete(rendererId);
    waiting.delete(rendererId);
    if (pages.size === 0) {
      line.close();
      end();
    } else if (numbered) {
      // The line stays, so that the server would not hear of it.
      session.say({ type: 'disconnect', rendererId });
    }
  }

  return (port) => {
    port.onmessage = ({ data }: MessageEvent<Message>) => hear(port, data);
  };
}

/** So long may a line be away before readers are told. */
const PATIENCE_MS = 5_000;

/** What a page says first. */
interface Greeting extends Address {
  readonly inactivityTimeout: number;
  readonly heartbeatInterval: number;
  readonly numbered?: boolean;
}
