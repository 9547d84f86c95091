// Gets one job done: reads the layout, asks the server or a function of the page. Whatever goes wrong becomes an outcome.
import type { Api, Outcome } from './api';
import { createBackground, type Show } from './background';
import { buildBody, MissingComponent } from './body';
import { callClientside } from './contract/clientsideCall';
import { lateCode } from './lateCode';
import { loadLibraries } from './libraries';
import type { Registry } from './registry';
import type { Job } from './schedule';
import type { Store } from './store';

/** Never rejects. */
export type Execute = (job: Job, signal: AbortSignal, show: Show) => Promise<Outcome>;

export function createExecute(api: Pick<Api, 'update'>, store: Store, registry: Registry, mayBeMissing = false): Execute {
  const ask = createBackground(api);
  return async (job, signal, show) => {
    try {
      const late = lateCode(job, store, registry);
      if (late !== undefined) await late;
      const body = buildBody(job, store);
      if (body === undefined) return { kind: 'skipped' };
      const { clientside } = job.instance.callback;
      if (clientside === undefined) return await prepared(await ask(job, body, signal, show));
      return { kind: 'answered', answer: await callClientside(clientside, body) };
    } catch (error) {
      if (mayBeMissing && error instanceof MissingComponent) return { kind: 'skipped' };
      // A missing component, a value that has no JSON, or a function that throws.
      const message = error instanceof Error ? error.message : String(error);
      const missing = error instanceof MissingComponent ? { missing: error } : {};
      return { kind: 'failed', failure: { message, chain: [], ...detailOf(error), ...missing } };
    }
  };
}

/** What the console says beyond the message: where in a script a function threw, which the notice has no room for. */
function detailOf(error: unknown): { detail?: string } {
  if (error instanceof MissingComponent) return { detail: error.detail };
  if (!(error instanceof Error) || !(error.cause instanceof Error) || error.cause.stack === undefined) return {};
  return { detail: `${error.message}\n${error.cause.stack}` };
}

/** The answer, once there is code for all that it brings. */
async function prepared(outcome: Outcome): Promise<Outcome> {
  if (outcome.kind === 'answered' && outcome.answer.libraries !== undefined) await loadLibraries(outcome.answer.libraries);
  return outcome;
}
