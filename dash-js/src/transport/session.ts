// What is said on a line, under numbers where the server knows them: a line that comes back goes on where it was cut.
import { parseFrame, parseJson } from '../protocol';
import { randomName } from './name';
import type { Message } from './transport';

export interface SessionOptions {
  readonly send: (message: Message) => void;
  readonly onMessage: (message: Message) => void;
  /** The line goes on, or a new session begins: what was under way in an older one is lost. */
  readonly onOpen: (isResumed: boolean) => void;
}

export interface Session {
  /** What a line is opened with: the name of the session, and what was seen of it. */
  open: () => string;
  say: (message: Message) => void;
  hear: (text: string) => void;
  /** Nobody comes back to it. */
  forget: () => void;
}

export function createSession({ send, onMessage, onOpen }: SessionOptions): Session {
  let name = randomName();
  let seen = 0;
  let sent = 0;
  /** Nothing overtakes what has to be said again. */
  let isWelcome = false;
  let unheard: (Message & { readonly number: number })[] = [];
  let receipt: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    name = randomName();
    begin();
  }

  function begin(): void {
    clearTimeout(receipt);
    receipt = undefined;
    [seen, sent, unheard] = [0, 0, []];
  }

  function welcomed(isResumed: boolean): void {
    if (!isResumed) begin();
    isWelcome = true;
    unheard.forEach(send);
    onOpen(isResumed);
  }

  /** What the server keeps for a line that may be cut need not grow long. */
  function acknowledge(): void {
    receipt ??= setTimeout(() => {
      receipt = undefined;
      if (isWelcome) send({ type: 'seen', seen });
    }, RECEIPT_MS);
  }

  return {
    open: () => {
      isWelcome = false;
      return `?session=${name}&seen=${seen}`;
    },
    say: (message) => {
      const numbered = { ...message, number: ++sent };
      unheard.push(numbered);
      if (isWelcome) send(numbered);
    },
    hear: (text) => {
      const { number, taken, resumed, messages } = parseFrame(parseJson(text));
      unheard = unheard.filter((message) => message.number > taken);
      if (resumed !== undefined) return welcomed(resumed);
      if (number <= seen) return;
      seen = number;
      acknowledge();
      messages.forEach(onMessage);
    },
    forget,
  };
}

const RECEIPT_MS = 1_000;
