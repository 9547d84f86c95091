// HTTP: the four requests of the protocol, to the page's own server only. Turns every answer into an outcome.
import type { Body, MissingComponent } from './body';
import { parseAnswer, parseJson, parseServerError, ProtocolError } from './protocol';
import type { Answer, Config } from './wire';

/** How a callback ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It has nothing to read or nowhere to write, which is no mistake. */
  | { readonly kind: 'skipped' }
  /** No answer came: the server is gone, or the line to it. */
  | { readonly kind: 'unreachable' };

export interface Failure {
  readonly message: string;
  /** What the console says instead of the message. */
  readonly detail?: string;
  /** The component that the callback does not find, or finds twice. */
  readonly missing?: MissingComponent;
  /** The page that the server answered instead: in debug it shows where the mistake is. */
  readonly html?: string;
  /** Causes, outermost first; empty unless the server runs in debug. */
  readonly chain: readonly string[];
}

/** One argument of a query; what the server gave is made for it. */
export type Argument = readonly [name: string, value: string];

export interface Api {
  layout: () => Promise<unknown>;
  dependencies: () => Promise<unknown>;
  update: (body: Body, signal: AbortSignal, more?: readonly Argument[]) => Promise<Outcome>;
  /** Whether the server answers at all. */
  ping: () => Promise<boolean>;
}

/** As `fetch`. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

export const plainly: Ask = (url, init) => fetch(url, init);

export function createApi(config: Config, ask: Ask = plainly): Api {
  const endId: readonly Argument[] = config.endId === undefined ? [] : [['endId', config.endId]];
  const send = (path: string, init: RequestInit = {}) =>
    ask(config.prefix + path, {
      credentials: 'same-origin',
      mode: 'same-origin',
      ...init,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...csrfHeader(config) },
    });

  return {
    layout: async () => readPage(await send('_dash-layout')),
    dependencies: async () => readPage(await send('_dash-dependencies')),
    update: async (body, signal, more = []) => {
      const init = { method: 'POST', body: JSON.stringify(body), signal };
      const received = await receive(send(`_dash-update-component${queryOf([...endId, ...more])}`, init));
      return received === undefined ? { kind: 'unreachable' } : read(...received, body.output);
    },
    ping: () => send('_reload-hash').then(
      (response) => response.ok,
      () => false,
    ),
  };
}

async function receive(sent: Promise<Response>): Promise<[Response, string] | undefined> {
  try {
    const response = await sent;
    return [response, await response.text()];
  } catch {
    return undefined;
  }
}

const queryOf = (query: readonly Argument[]): string =>
  query.map(([name, value], i) => `${i === 0 ? '?' : '&'}${name}=${value}`).join('');

const NOTHING: Answer = { sideUpdate: [], response: [] };

function read(response: Response, text: string, output: string): Outcome {
  if (response.status === 204) return { kind: 'answered', answer: NOTHING };
  if (response.status !== 200) return { kind: 'failed', failure: explain(response, text) };
  try {
    return { kind: 'answered', answer: parseAnswer(parseJson(text), output) };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return failed(`the server's answer cannot be read: ${error.message}`);
  }
}

function explain(response: Response, text: string): Failure {
  const error = tryParse(text);
  if (error !== undefined) return error;
  const type = response.headers.get('Content-Type') ?? '';
  const detail = type.startsWith('text/plain') ? text.trim().slice(0, MAX_DETAIL_CHARACTERS) : '';
  const status = `the server answered ${response.status} ${response.statusText}`.trim();
  const html = type.startsWith('text/html') ? { html: text } : {};
  return { message: detail === '' ? status : `${status}: ${detail}`, chain: [], ...html };
}

const MAX_DETAIL_CHARACTERS = 300;

function tryParse(text: string): Failure | undefined {
  try {
    return parseServerError(parseJson(text));
  } catch {
    return undefined;
  }
}

const failed = (message: string): Outcome => ({ kind: 'failed', failure: { message, chain: [] } });

async function readPage(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.status === 200) return parseJson(text);
  throw new ProtocolError(explain(response, text).message);
}

function csrfHeader({ csrf }: Config): Record<string, string> {
  if (csrf === undefined) return {};
  const found = cookies().split('; ').find((pair) => pair.startsWith(`${csrf.cookie}=`));
  return found === undefined ? {} : { [csrf.header]: decodeURIComponent(found.slice(csrf.cookie.length + 1)) };
}

function cookies(): string {
  try {
    return document.cookie;
  } catch {
    // A sandboxed frame has none.
    return '';
  }
}
