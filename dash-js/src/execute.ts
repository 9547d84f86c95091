// Gets one job done: reads the layout, asks the server or a function of the page. Whatever goes wrong becomes an outcome.
import type { Api, Outcome } from './api';
import { buildBody } from './body';
import { callClientside } from './contract/clientsideCall';
import type { Job } from './schedule';
import type { Store } from './store';

export const createExecute =
  (api: Pick<Api, 'update'>, store: Store) =>
  async (job: Job, signal: AbortSignal): Promise<Outcome> => {
    try {
      const body = buildBody(job, store);
      if (body === undefined) return { kind: 'skipped' };
      const { clientside } = job.instance.callback;
      if (clientside === undefined) return await api.update(body, signal);
      return { kind: 'answered', answer: await callClientside(clientside, body) };
    } catch (error) {
      // A missing component, a value that has no JSON, or a function that throws.
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', failure: { message, chain: [] } };
    }
  };
