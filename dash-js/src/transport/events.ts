// A connection by server-sent events, with requests beside them for what the browser says.
import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream';
import { parseClosing, parseJson } from '../protocol';
import { SILENT, TOO_LARGE } from './line';
import type { Opening } from './transport';

/** `EventSource` sends no `Origin` to its own server, and hides why it fails. */
export const openEvents: Opening = ({ eventsUrl, messagesUrl }, query, { opened, said, lost }) => {
  const end = new AbortController();
  let isOpen = false;
  let waiting: string[] = [];
  let saying: Promise<void> | undefined;

  async function listen(): Promise<void> {
    const { body } = await ask(`${eventsUrl}${query}`, '');
    if (body === null) throw new Error('the server says nothing');
    isOpen = true;
    opened();
    const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
    for (let next = await events.read(); !next.done; next = await events.read()) hear(next.value);
    over(LOST, 'the events have ended');
  }

  function hear({ event, data }: EventSourceMessage): void {
    if (event !== 'close') return said(data);
    const { code, reason } = parseClosing(parseJson(data));
    over(code, reason);
  }

  async function ask(url: string, body: string): Promise<Response> {
    const answer = await fetch(url, { method: 'POST', body, signal: end.signal });
    if (answer.status === 413) over(TOO_LARGE, 'the message is larger than the server takes');
    if (!answer.ok) throw new Error(`the server answers with ${answer.status}`);
    return answer;
  }

  /** One request at a time, so that none is overtaken. */
  async function say(): Promise<void> {
    while (waiting.length > 0) {
      await ask(`${messagesUrl}${query}`, take().join('\n'));
    }
    saying = undefined;
  }

  /** What goes together: a request may not be larger than the server takes, as one message may be. */
  function take(): string[] {
    let length = 0;
    const end = waiting.findIndex((message, i) => (length += message.length) > MAX_LENGTH && i > 0);
    return waiting.splice(0, end < 0 ? waiting.length : end);
  }

  function over(code: number, reason: string): void {
    if (end.signal.aborted) return;
    isOpen = false;
    end.abort();
    lost(code, reason);
  }

  const failed = (error: unknown) => over(LOST, String(error));

  /** The server is to hear of it, or it would wait for the browser to come back. */
  async function leave(code: number): Promise<void> {
    await saying;
    await fetch(`${messagesUrl}${query}&close=${code}`, { method: 'POST', keepalive: true });
  }

  listen().catch(failed);
  return {
    isOpen: () => isOpen,
    send: (text) => {
      waiting.push(text);
      saying ??= say().catch(failed);
    },
    close: (code) => {
      isOpen = false;
      // Whoever does not answer is not waited for; a goodbye that came late would end the next connection.
      if (code === SILENT) return end.abort();
      leave(code).catch(() => {}).finally(() => end.abort());
    },
  };
};

/** What a WebSocket says of a connection that ends without a word. */
const LOST = 1006;
const MAX_LENGTH = 65_536;
