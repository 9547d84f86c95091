// What the author of a page may hear of its requests, and change: the argument of `DashRenderer`.
import type { Api, Ask, Outcome } from '../api';
import type { Body } from '../body';
import type { Target } from '../graph';
import { stringifyId } from '../ids';
import type { Job } from '../schedule';

export interface Hooks {
  layout_pre?: (() => void) | null;
  layout_post?: ((layout: unknown) => void) | null;
  request_pre?: ((payload: Body) => void) | null;
  request_post?: ((payload: Body, response: Readonly<Record<string, unknown>>) => void) | null;
  /** Hears of every callback that came to an end, those of the browser among them. */
  callback_resolved?: ((callback: Resolved, result: Result) => void) | null;
  /** Gives a new token for one that has expired. */
  request_refresh_jwt?: ((old: string | null) => string | Promise<string>) | null;
}

/** As `store.getState().hooks` has them: each that is not given is null. */
export const stateOf = (hooks: Hooks): Readonly<Record<string, unknown>> => ({
  layout_pre: null,
  layout_post: null,
  request_pre: null,
  request_post: null,
  callback_resolved: null,
  request_refresh_jwt: null,
  ...hooks,
});

/** A callback, as far as the wire names it. */
interface Resolved {
  readonly output: string;
  readonly inputs: readonly { readonly id: string; readonly property: string }[];
  readonly state: Resolved['inputs'];
}

interface Result {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly error?: Error;
}

/** Tells the hooks what is asked and answered. */
export function observed(api: Api, hooks: Hooks): Api {
  return {
    ...api,
    layout: async () => {
      hooks.layout_pre?.();
      const layout = await api.layout();
      hooks.layout_post?.(layout);
      return layout;
    },
    update: async (body, ...rest) => {
      hooks.request_pre?.(body);
      const outcome = await api.update(body, ...rest);
      if (outcome.kind === 'answered') hooks.request_post?.(body, responseOf(outcome));
      return outcome;
    },
  };
}

/** Lets a request run to its end that nobody waits for any more: this server goes on with it anyway. */
export const patient = (api: Api): Api => ({
  ...api,
  update: (body, _, more) => api.update(body, NEVER, more),
});

const NEVER = new AbortController().signal;

export const resolvedWith = ({ callback_resolved: hear }: Hooks) => (job: Job, outcome: Outcome): void => {
  if (outcome.kind === 'answered') hear?.(describe(job), { data: responseOf(outcome) });
  if (outcome.kind === 'failed') hear?.(describe(job), { error: new Error(outcome.failure.message) });
};

function describe({ instance: { callback } }: Job): Resolved {
  const named = (targets: readonly Target[]) =>
    targets.map((target) => ({ id: stringifyId(target.id), property: target.wireProperty }));
  return { output: callback.name, inputs: named(callback.inputs), state: named(callback.state) };
}

const responseOf = ({ answer }: Outcome & { kind: 'answered' }): Readonly<Record<string, unknown>> =>
  Object.fromEntries(answer.response.map(([id, props]) => [stringifyId(id), props]));

/** Asks with a token once the server has refused one that expired; requests refused together share the new one. */
export function refreshing({ request_refresh_jwt: refresh }: Hooks): Ask {
  if (refresh == null) return send;
  let token: string | null = null;
  const renewed = new Map<string | null, Promise<string>>();
  return async (url, init) => {
    const used = token;
    const response = await send(url, authorized(init, used));
    if (!(await hasExpired(response))) return response;
    const renewal = renewed.get(used) ?? Promise.resolve(refresh(used));
    renewed.set(used, renewal);
    token = await renewal;
    return send(url, authorized(init, token));
  };
}

/** For a page in a sandboxed frame, which has no origin, its own server is another one. */
const send: Ask = (url, init) => fetch(url, { ...init, mode: 'cors' });

const authorized = (init: RequestInit, token: string | null): RequestInit =>
  token === null ? init : { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } };

const hasExpired = async (response: Response): Promise<boolean> =>
  (response.status === 401 || response.status === 400) && (await response.clone().text()).includes('JWT Expired');
