// Callbacks that the server runs in the background: asks after them until they are done, shows how far they are, ends them.
import type { Api, Argument, Outcome } from './api';
import type { Body, Reading } from './body';
import type { Target } from './graph';
import { equal } from './equal';
import type { Job } from './schedule';
import type { SideUpdates, Ticket } from './wire';

/** Shows something beside a callback's outputs while it runs. */
export type Show = (updates: SideUpdates) => void;

export type Run = (job: Job, body: Body, signal: AbortSignal, show: Show) => Promise<Outcome>;

/** A ticket, and who holds it. */
interface Held {
  readonly ticket: Ticket;
  readonly outputs: Body['outputs'];
}

/** Sends a callback, and stays with it if it turns out to run in the background. */
export function createBackground(api: Pick<Api, 'update'>): Run {
  const held = new Set<Held>();
  /** Whose server went away while they were asked after. */
  const left = new WeakMap<Job, Held>();

  /** Tells the server which runs this one replaces, and which it ends. */
  function claims({ instance }: Job, { outputs }: Body, show: Show): readonly Argument[] {
    return [...held].flatMap((other) => {
      const { job, cancel, progressDefault } = other.ticket;
      if (outputs !== undefined && equal(other.outputs, outputs)) {
        held.delete(other);
        return [['oldJob', job]];
      }
      if (!cancel.some((target) => instance.callback.inputs.some((input) => isSame(input, target)))) return [];
      show(progressDefault);
      return [['cancelJob', job]];
    });
  }

  async function stay(mine: Held, job: Job, body: Body, signal: AbortSignal, show: Show): Promise<Outcome> {
    const outcome = await follow(api, mine.ticket, emptied(body), job.instance.callback.interval, signal, show);
    if (outcome.kind === 'unreachable') left.set(job, mine);
    // The run that replaces this one still has to say so.
    if (signal.aborted || outcome.kind === 'unreachable') return outcome;
    held.delete(mine);
    show(mine.ticket.progressDefault);
    return outcome;
  }

  return async (job, body, signal, show) => {
    const mine = left.get(job);
    const resumed = mine && held.has(mine) ? await stay(mine, job, body, signal, show) : undefined;
    return resumed === undefined || isForgotten(resumed) ? begin(job, body, signal, show) : resumed;
  };

  async function begin(job: Job, body: Body, signal: AbortSignal, show: Show): Promise<Outcome> {
    const first = await api.update(body, signal, claims(job, body, show));
    if (first.kind !== 'answered' || first.answer.ticket === undefined) return first;
    const mine = { ticket: first.answer.ticket, outputs: body.outputs };
    held.add(mine);
    show(first.answer.sideUpdate);
    return stay(mine, job, body, signal, show);
  }
}

/** A server that has lost its jobs answers nothing. */
const isForgotten = (outcome: Outcome): boolean =>
  outcome.kind === 'answered' && outcome.answer.isPending !== true && outcome.answer.response.length === 0;

async function follow(
  api: Pick<Api, 'update'>, { job, cacheKey }: Ticket, body: Body, interval: number, signal: AbortSignal, show: Show,
): Promise<Outcome> {
  for (;;) {
    await pause(interval, signal);
    if (signal.aborted) return { kind: 'unreachable' };
    const outcome = await api.update(body, signal, [['cacheKey', cacheKey], ['job', job]]);
    if (outcome.kind !== 'answered') return outcome;
    // The last word on it may come with the result.
    show(outcome.answer.progress ?? []);
    if (outcome.answer.isPending !== true) return outcome;
    show(outcome.answer.sideUpdate);
  }
}

/** The server knows the values already. */
function emptied(body: Body): Body {
  const empty = (readings: Body['inputs']): Body['inputs'] =>
    readings.map((read) => (isList(read) ? read.map(withoutValue) : withoutValue(read)));
  return { ...body, inputs: empty(body.inputs), ...(body.state === undefined ? {} : { state: empty(body.state) }) };
}

const withoutValue = (reading: Reading): Reading => ({ ...reading, value: null });

const isList = (read: Body['inputs'][number]): read is readonly Reading[] => Array.isArray(read);

const isSame = (input: Target, { id, property }: Ticket['cancel'][number]): boolean =>
  input.wireProperty === property && equal(input.id, id);

const pause = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, time);
    signal.addEventListener('abort', end);
  });
