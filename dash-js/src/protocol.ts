// The wire: turns text and unknown JSON into typed values. The only place that reads raw JSON from the network.
import { isObject } from './equal';
import type { Id, IdObject, IdPattern, IdValue, Wildcard } from './ids';
import type { Frame, Message } from './transport/transport';
import type {
  Answer,
  CallbackSpec,
  Component,
  Config,
  DependencySpec,
  Library,
  ServerError,
  SideUpdates,
  Ticket,
  Updates,
} from './wire';

/** The text is not what the protocol promises. */
export class ProtocolError extends Error {
  override name = 'ProtocolError';
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProtocolError('the text is not JSON');
  }
}

export function parseConfig(raw: unknown): Config {
  const config = record(raw, 'the configuration');
  const prefix = config['requests_pathname_prefix'] ?? config['url_base_pathname'];
  const title = config['update_title'];
  return {
    prefix: withSlash(text(prefix, '`requests_pathname_prefix`')),
    updateTitle: typeof title === 'string' && title !== '' ? title : undefined,
    childrenProps: isObject(config['children_props'])
      ? (config['children_props'] as Config['childrenProps'])
      : {},
    suites: isTexts(config['suites']) ? config['suites'] : [],
    csrf: parseCsrf(config),
    suppressCallbackExceptions: config['suppress_callback_exceptions'] === true,
    endId: optionalText(config['end_id']),
    tools: parseTools(config),
    websocket: parseWebsocket(config['websocket']),
    showUndoRedo: config['show_undo_redo'] === true,
    plotlyUrl: config['serve_locally'] === true
      ? `${withSlash(text(prefix, '`requests_pathname_prefix`'))}_dash-component-suites/plotly/package_data/plotly.min.js`
      : optionalText(config['plotlyjs_url']),
  };
}

/** A layout is one component or a list of children. */
export function parseLayout(raw: unknown): unknown {
  if (isComponent(raw) || Array.isArray(raw)) return raw;
  throw new ProtocolError('the layout is neither a component nor a list');
}

export function isComponent(value: unknown): value is Component {
  return (
    isObject(value) &&
    typeof value['type'] === 'string' &&
    typeof value['namespace'] === 'string' &&
    isObject(value['props'])
  );
}

export function parseDependencies(raw: unknown): readonly CallbackSpec[] {
  return list(raw, 'the dependencies').map(parseCallback);
}

export function parseAnswer(raw: unknown, output: string): Answer {
  const answer = record(raw, 'the answer');
  const response = answer['response'] ?? {};
  const byId = answer['multi'] === true ? response : byOutput(record(response, '`response`'), output);
  return {
    sideUpdate: parseSideUpdates(answer['sideUpdate'] ?? {}),
    response: parseUpdates(byId),
    ...(answer['dist'] === undefined ? {} : { libraries: list(answer['dist'], '`dist`').map(parseLibrary) }),
    ...(answer['progress'] === undefined ? {} : { progress: parseSideUpdates(answer['progress']) }),
    ...(answer['response'] === undefined ? parseStanding(answer) : {}),
  };
}

function parseLibrary(raw: unknown): Library {
  const library = record(raw, 'a library');
  return { kind: library['type'] === '_css_dist' ? 'style' : 'script', url: text(library['url'], '`url` of a library') };
}

/** What the server says of a callback that still runs in the background. */
function parseStanding(answer: Record<string, unknown>): Partial<Answer> {
  const { job, cacheKey } = answer;
  const ticket = typeof job === 'string' && typeof cacheKey === 'string' ? { ticket: parseTicket(answer, job, cacheKey) } : {};
  return { isPending: true, ...ticket };
}

const parseTicket = (answer: Record<string, unknown>, job: string, cacheKey: string): Ticket => ({
  job,
  cacheKey,
  cancel: list(answer['cancel'] ?? [], '`cancel`').map(parseDependency),
  progressDefault: parseSideUpdates(answer['progressDefault'] ?? {}),
});

export function parseServerError(raw: unknown): ServerError | undefined {
  const error = isObject(raw) ? raw['error'] : undefined;
  if (!isObject(error) || typeof error['message'] !== 'string') return undefined;
  const chain = Array.isArray(error['chain']) ? error['chain'] : [];
  return { message: error['message'], chain: chain.filter((line) => typeof line === 'string') };
}

/** What comes over a socket at once: one message, or a list of them. */
export const parseMessages = (raw: unknown): readonly Message[] =>
  (Array.isArray(raw) ? raw : [raw]).map((message) => {
    const said = record(message, 'a message');
    return { ...said, type: text(said['type'], '`type` of a message') };
  });

/** The same under a number, or the first that a server says which numbers messages. */
export function parseFrame(raw: unknown): Frame {
  const { number, taken, resumed, messages } = record(raw, 'a frame');
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    number: count(number),
    taken: count(taken),
    resumed: typeof resumed === 'boolean' ? resumed : undefined,
    messages: messages === undefined ? [] : parseMessages(messages),
  };
}

/** Why the server ends a connection, in the codes of a WebSocket. */
export function parseClosing(raw: unknown): { readonly code: number; readonly reason: string } {
  const { code, reason } = isObject(raw) ? raw : {};
  return { code: typeof code === 'number' ? code : 1006, reason: typeof reason === 'string' ? reason : '' };
}

/** An answer over a socket. */
export function parseReply(raw: unknown, output: string): Answer | ServerError {
  const reply = record(raw, 'the answer');
  if (reply['status'] === 'ok') return parseAnswer(reply['data'], output);
  if (reply['status'] === 'prevent_update') return { sideUpdate: [], response: [] };
  return parseServerError({ error: reply }) ?? { message: 'the server gives no reason', chain: [] };
}

/** Props that the server sets by itself. */
export function parsePush(raw: unknown): Updates[number] {
  const push = record(raw, 'what the server sets');
  return [parseId(text(push['componentId'], '`componentId`')), record(push['props'], '`props`')];
}

/** Props that the server wants to know. */
export function parsePropsRequest(raw: unknown): { readonly id: Id; readonly properties: readonly string[] } {
  const { componentId, properties } = record(raw, 'what the server asks');
  return { id: parseId(text(componentId, '`componentId`')), properties: isTexts(properties) ? properties : [] };
}

/** A string id, or an id object from its JSON. */
export function parseId(text: string): Id {
  return text.startsWith('{') ? (record(parseJson(unescapeDots(text)), 'an id') as IdObject) : text;
}

/** `out.children`, `..a.x...b.y..`; dots inside id objects do not count. */
export function parseOutputs(output: string): { multi: boolean; outputs: DependencySpec[] } {
  const multi = output.startsWith('..') && output.endsWith('..');
  const names = multi ? output.slice(2, -2).split('...') : [output];
  return { multi, outputs: names.map(parseOutput) };
}

function parseOutput(name: string): DependencySpec {
  const dot = name.lastIndexOf('.');
  return { id: parsePattern(name.slice(0, dot)), property: name.slice(dot + 1), allowOptional: false };
}

function parseCallback(raw: unknown): CallbackSpec {
  const spec = record(raw, 'a callback');
  const output = text(spec['output'], '`output` of a callback');
  const { multi, outputs } = spec['no_output'] === true ? { multi: false, outputs: [] } : parseOutputs(output);
  return {
    label: optionalText(spec['name']),
    output,
    outputs,
    multi,
    inputs: list(spec['inputs'] ?? [], '`inputs`').map(parseDependency),
    state: list(spec['state'] ?? [], '`state`').map(parseDependency),
    preventInitialCall: spec['prevent_initial_call'] === true,
    clientside: parseClientside(spec['clientside_function']),
    running: parseRunning(spec['running']),
    background: isObject(spec['background']),
    interval: parseInterval(spec['background']),
    websocket: spec['websocket'] === true,
    persistent: spec['persistent'] === true,
    dynamicCreator: spec['dynamic_creator'] === true,
    stream: spec['stream'] === true,
  };
}

function parseDependency(raw: unknown): DependencySpec {
  const dependency = record(raw, 'a dependency');
  return {
    id: parsePattern(text(dependency['id'], '`id` of a dependency')),
    property: text(dependency['property'], '`property` of a dependency'),
    allowOptional: dependency['allow_optional'] === true,
  };
}

function parsePattern(id: string): string | IdPattern {
  if (!id.startsWith('{')) return id;
  const values = Object.entries(record(parseJson(unescapeDots(id)), 'an id'));
  return Object.fromEntries(values.map(([key, value]) => [key, parsePatternValue(value)]));
}

const WILDCARDS: readonly unknown[] = ['MATCH', 'ALL', 'ALLSMALLER'] satisfies Wildcard[];

function parsePatternValue(value: unknown): IdPattern[string] {
  if (Array.isArray(value) && WILDCARDS.includes(value[0])) return [value[0] as Wildcard];
  if (['string', 'number', 'boolean'].includes(typeof value)) return value as IdValue;
  throw new ProtocolError('an id value is neither a string, a number, a boolean nor a wildcard');
}

function parseClientside(raw: unknown): CallbackSpec['clientside'] {
  if (!isObject(raw)) return undefined;
  return {
    namespace: text(raw['namespace'], '`namespace` of a clientside function'),
    name: text(raw['function_name'], '`function_name` of a clientside function'),
  };
}

function parseRunning(raw: unknown): CallbackSpec['running'] {
  if (!isObject(raw)) return undefined;
  return { on: parseSideUpdates(raw['running'] ?? {}), off: parseSideUpdates(raw['runningOff'] ?? {}) };
}

function parseInterval(raw: unknown): number {
  const interval = isObject(raw) ? raw['interval'] : undefined;
  return typeof interval === 'number' ? interval : DEFAULT_INTERVAL_MS;
}

const DEFAULT_INTERVAL_MS = 500;

function parseWebsocket(raw: unknown): Config['websocket'] {
  if (!isObject(raw)) return undefined;
  const [url, workerUrl] = [optionalText(raw['url']), optionalText(raw['worker_url'])];
  if (url === undefined || workerUrl === undefined) return undefined;
  const [inactivityTimeout, heartbeatInterval] = [raw['inactivity_timeout'], raw['heartbeat_interval']];
  return {
    enabled: raw['enabled'] === true,
    url,
    workerUrl,
    inactivityTimeout: typeof inactivityTimeout === 'number' ? inactivityTimeout : 300_000,
    heartbeatInterval: typeof heartbeatInterval === 'number' ? heartbeatInterval : 30_000,
    numbered: raw['numbered'] === true,
    eventsUrl: optionalText(raw['events_url']),
    messagesUrl: optionalText(raw['messages_url']),
  };
}

const parseSideUpdates = (raw: unknown): SideUpdates =>
  Object.entries(record(raw, 'the side updates')).map(([key, value]) => parseSideUpdate(key, value));

/** The key is an id, or an id and a prop: the id of a component ends at the first dot, an id object at its brace. */
function parseSideUpdate(key: string, value: unknown): SideUpdates[number] {
  const end = key.startsWith('{') ? key.lastIndexOf('}') + 1 : key.indexOf('.');
  const id = parsePattern(end < 0 ? key : key.slice(0, end));
  const property = end < 0 ? '' : key.slice(end + 1);
  return [id, property === '' ? record(value, `the props of \`${key}\``) : { [property]: value }];
}

function parseTools(config: Record<string, unknown>): Config['tools'] {
  const [ui, checksProps, validates] = ['ui', 'props_check', 'validate_callbacks'].map((name) => config[name] === true) as [boolean, boolean, boolean];
  const reload = config['hot_reload'];
  if (!ui && !isObject(reload) && !validates && !checksProps) return undefined;
  const number = (value: unknown, usual: number) => (typeof value === 'number' ? value : usual);
  const hotReload = isObject(reload)
    ? { interval: number(reload['interval'], 3_000), maxRetry: number(reload['max_retry'], 8) }
    : undefined;
  const checksIds = config['suppress_callback_exceptions'] !== true;
  return { ui, hotReload, checksProps, keepsState: true, validation: validates ? { checksIds, layout: config['validation_layout'] } : undefined };
}

function parseCsrf(config: Record<string, unknown>): Config['csrf'] {
  const cookie = optionalText(config['csrf_token_name']);
  const header = optionalText(config['csrf_header_name']);
  return cookie !== undefined && header !== undefined ? { cookie, header } : undefined;
}

function parseUpdates(raw: unknown): Updates {
  return Object.entries(record(raw, 'the updates')).map(([id, props]) => [
    parseId(id),
    record(props, `the props of \`${id}\``),
  ]);
}

/** The single form names no component: the props belong to the callback's one output. */
function byOutput(response: Record<string, unknown>, output: string): Record<string, unknown> {
  const props = response['props'];
  return isObject(props) ? { [output.slice(0, output.lastIndexOf('.'))]: props } : {};
}

/** Some servers write a dot inside an id object as `\.`, which is not JSON. */
const unescapeDots = (id: string): string => id.replace(/(?<!\\)((?:\\\\)*)\\\./g, '$1.');

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw new ProtocolError(`${what} is not a string`);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (isObject(value) && !Array.isArray(value)) return value;
  throw new ProtocolError(`${what} is not an object`);
}

function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ProtocolError(`${what} is not a list`);
}
