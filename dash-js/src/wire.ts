// What travels between browser and server, as types. No code lives here.
import type { Id, IdPattern } from './ids';
import type { ToolSettings } from './tools';
import type { SocketSettings } from './transport/transport';

/** A way to a value in the layout: prop names, object keys and list positions. */
export type Path = readonly (string | number)[];

/** A component as it stands in a layout; the store keeps this object as its cell. */
export interface Component {
  readonly type: string;
  readonly namespace: string;
  props: Record<string, unknown>;
}

export interface Config {
  /** Base of every request; ends with a slash. */
  readonly prefix: string;
  /** The document's title while callbacks run; `undefined` leaves it alone. */
  readonly updateTitle: string | undefined;
  readonly childrenProps: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The namespaces whose components come from scripts of the page. */
  readonly suites: readonly string[];
  readonly csrf: { readonly cookie: string; readonly header: string } | undefined;
  /** A callback whose components are not all in the layout waits for them: it is no mistake. */
  readonly suppressCallbackExceptions: boolean;
  /** Opaque to the browser; echoed with every callback. */
  readonly endId: string | undefined;
  /** The socket, if some callback may use it. */
  readonly websocket: SocketSettings | undefined;
  /** Whether the user may take back what they changed. */
  readonly showUndoRedo: boolean;
  /** Only in debug. */
  readonly tools: ToolSettings | undefined;
  /** Where bundles of other makers find plotly.js. */
  readonly plotlyUrl: string | undefined;
}

export interface DependencySpec {
  readonly id: string | IdPattern;
  readonly property: string;
  /** A component that is not in the layout counts as null. */
  readonly allowOptional: boolean;
}

export interface CallbackSpec {
  /** What its author calls it; known in debug only. */
  readonly label: string | undefined;
  /** Names the callback; sent back as it came. */
  readonly output: string;
  readonly outputs: readonly DependencySpec[];
  /** Whether the answer is for a list of outputs. */
  readonly multi: boolean;
  readonly inputs: readonly DependencySpec[];
  readonly state: readonly DependencySpec[];
  readonly preventInitialCall: boolean;
  readonly clientside: ClientsideName | undefined;
  readonly running: Running | undefined;
  readonly background: boolean;
  /** Asks to be called over the socket. */
  readonly websocket: boolean;
  /** How often to ask after it, in milliseconds, if it runs in the background. */
  readonly interval: number;
  /** Runs without counting as "Updating…". */
  readonly persistent: boolean;
  /** Makes callbacks: there may be others after it ran. */
  readonly dynamicCreator: boolean;
  /** Sets its outputs again and again until it ends. */
  readonly stream: boolean;
}

/** Where a clientside function stands below `window.dash_clientside`. */
export interface ClientsideName {
  readonly namespace: string;
  readonly name: string;
}

/** What changes on the page while a callback runs. */
export interface Running {
  readonly on: SideUpdates;
  readonly off: SideUpdates;
}

/** New prop values, by component. */
export type Updates = readonly (readonly [id: Id, props: Readonly<Record<string, unknown>>])[];

/** New prop values of components beside the outputs; wildcards stand for what triggered the callback. */
export type SideUpdates = readonly (readonly [
  id: string | IdPattern,
  props: Readonly<Record<string, unknown>>,
])[];

export interface Answer {
  /** Applied first. */
  readonly sideUpdate: SideUpdates;
  readonly response: Updates;
  /** What a callback in the background is called, in the first answer. */
  readonly ticket?: Ticket;
  /** How far it is. */
  readonly progress?: SideUpdates;
  /** There is no result yet. */
  readonly isPending?: boolean;
  /** What new components in it need. */
  readonly libraries?: readonly Library[];
}

export interface Library {
  readonly kind: 'script' | 'style';
  readonly url: string;
}

/** Names a callback that runs in the background; opaque to the browser. */
export interface Ticket {
  readonly job: string;
  readonly cacheKey: string;
  /** A callback that reads one of these ends it. */
  readonly cancel: readonly DependencySpec[];
  /** What shows its progress when there is none. */
  readonly progressDefault: SideUpdates;
}

/** What the server said about a callback that failed. */
export interface ServerError {
  readonly message: string;
  readonly chain: readonly string[];
}
