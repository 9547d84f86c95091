// Events and the requests beside them, with a server that the test plays.
import { afterEach, expect, test, vi } from 'vitest';
import { openEvents } from './events';
import { SILENT } from './line';

afterEach(() => void vi.unstubAllGlobals());

interface Asked {
  readonly url: string;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  readonly answer: (answer: Response) => void;
}

/** What was asked, and what was heard, as they come. */
function startEvents() {
  const asked: Asked[] = [];
  const heard: string[] = [];
  vi.stubGlobal('fetch', (url: string, { body = '', signal }: { body?: string; signal?: AbortSignal }) =>
    new Promise<Response>((answer, fail) => {
      asked.push({ url, body, signal, answer });
      signal?.addEventListener('abort', () => fail(new Error('aborted')));
    }),
  );
  const connection = openEvents(
    { serverUrl: '', eventsUrl: 'http://x/sse', messagesUrl: 'http://x/say' },
    '?session=a&seen=0',
    {
      opened: () => void heard.push('open'),
      said: (text) => void heard.push(text),
      lost: (code, reason) => void heard.push(`${code} ${reason}`),
    },
  );
  let stream!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
  return {
    asked,
    heard,
    connection,
    accept: () => asked[0]!.answer(new Response(body)),
    say: (text: string) => stream.enqueue(new TextEncoder().encode(text)),
    end: () => stream.close(),
  };
}

const done = () => new Response(null, { status: 204 });

test('each event is heard, wherever the network has cut the stream', async () => {
  const { asked, heard, connection, accept, say } = startEvents();
  expect(asked.map(({ url }) => url)).toEqual(['http://x/sse?session=a&seen=0']);
  expect(connection.isOpen()).toBe(false);
  accept();
  say(': keep\n\ndata: {"a":1}\n\ndata: {"b"');
  await vi.waitFor(() => expect(heard).toEqual(['open', '{"a":1}']));
  expect(connection.isOpen()).toBe(true);
  say(':2}\n\n');
  await vi.waitFor(() => expect(heard).toEqual(['open', '{"a":1}', '{"b":2}']));
});

test('messages go one request at a time, those that wait together', async () => {
  const { asked, connection } = startEvents();
  ['1', '2', '3'].forEach(connection.send);
  const said = () => asked.slice(1).map(({ url, body }) => [url, body]);
  const url = 'http://x/say?session=a&seen=0';
  expect(said()).toEqual([[url, '1']]);
  asked[1]!.answer(done());
  await vi.waitFor(() => expect(said()).toEqual([[url, '1'], [url, '2\n3']]));
  asked[2]!.answer(done());
  connection.send('4');
  await vi.waitFor(() => expect(said()[2]).toEqual([url, '4']));
});

test.each([
  ['the server ends them with a reason', 'event: close\ndata: {"code":1001,"reason":"the server shuts down"}\n\n', '1001 the server shuts down'],
  ['they end', undefined, '1006 the events have ended'],
])('%s', async (_, text, expected) => {
  const { heard, connection, accept, say, end } = startEvents();
  accept();
  if (text === undefined) end();
  else say(text);
  await vi.waitFor(() => expect(heard).toEqual(['open', expected]));
  expect(connection.isOpen()).toBe(false);
});

test('a server that refuses them is no connection', async () => {
  const { asked, heard } = startEvents();
  asked[0]!.answer(new Response('', { status: 403 }));
  await vi.waitFor(() => expect(heard).toEqual(['1006 Error: the server answers with 403']));
});

test.each([
  [404, '1006 Error: the server answers with 404'],
  [413, '1009 the message is larger than the server takes'],
])('a message that is not taken, but answered with %i, ends the connection', async (status, expected) => {
  const { asked, heard, connection, accept } = startEvents();
  accept();
  await vi.waitFor(() => expect(heard).toEqual(['open']));
  connection.send('1');
  asked[1]!.answer(new Response('', { status }));
  await vi.waitFor(() => expect(heard).toEqual(['open', expected]));
});

test('a goodbye comes after what was said, and nothing is heard of it', async () => {
  const { asked, heard, connection, accept } = startEvents();
  accept();
  await vi.waitFor(() => expect(heard).toEqual(['open']));
  connection.send('1');
  connection.close(1000, 'no page is left');
  expect(asked).toHaveLength(2);
  asked[1]!.answer(done());
  await vi.waitFor(() => expect(asked[2]?.url).toBe('http://x/say?session=a&seen=0&close=1000'));
  asked[2]!.answer(done());
  await vi.waitFor(() => expect(connection.isOpen()).toBe(false));
  expect(heard).toEqual(['open']);
});

test('a connection that has gone silent is dropped, although a request still waits', () => {
  const { asked, connection, accept } = startEvents();
  accept();
  connection.send('1');
  connection.close(SILENT, 'heartbeat timeout');
  expect(asked.map(({ url, signal }) => [url, signal?.aborted])).toEqual([
    ['http://x/sse?session=a&seen=0', true],
    ['http://x/say?session=a&seen=0', true],
  ]);
});

test('messages that are large together go apart', async () => {
  const { asked, connection } = startEvents();
  const large = 'x'.repeat(40_000);
  ['1', large, '2', large].forEach(connection.send);
  for (let i = 1; i < 3; i++) {
    asked[i]!.answer(done());
    await vi.waitFor(() => expect(asked).toHaveLength(i + 2));
  }
  expect(asked.slice(1).map(({ body }) => body)).toEqual(['1', `${large}\n2`, large]);
});
